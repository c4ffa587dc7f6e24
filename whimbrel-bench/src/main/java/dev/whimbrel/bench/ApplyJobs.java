package dev.whimbrel.bench;

import dev.whimbrel.bench.AppliedProject.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many small migrations: applied to an empty database, and looked at when nothing is pending. */
record ApplyJobs(Bench bench, int count) {
  List<Job> jobs() {
    return List.of(
        apply("SQLite", bench.databases()::sqlite, AppliedProject.JAVA_APPLY),
        apply("PostgreSQL", bench.databases()::postgres, ofAll()),
        nothingPending("SQLite", bench.databases()::sqlite, AppliedProject.JAVA_APPLY),
        nothingPending("PostgreSQL", bench.databases()::postgres, ofAll()));
  }

  private static List<Way> ofAll() {
    return Stream.concat(AppliedProject.JAVA_APPLY.stream(), AppliedProject.NODE_APPLY.stream())
        .toList();
  }

  private Job apply(String kind, Supplier<Target> fresh, List<Way> ways) {
    var others = new ArrayList<Contender>();
    others.add(new Contender("the database's own client", () -> project(fresh.get()).plain()));
    ways.forEach(way ->
        others.add(new Contender(way.name(), () -> way.program().apply(project(fresh.get())))));
    return new Job(
        "apply " + count + " migrations",
        kind,
        new Contender("Whimbrel", () -> project(fresh.get()).whimbrel("migrate")),
        others);
  }

  /** The first run of each, which is not counted, applies them. */
  private Job nothingPending(String kind, Supplier<Target> fresh, List<Way> ways) {
    var whimbrel = new Later<>(() -> project(fresh.get()));
    var others = new ArrayList<Contender>();
    others.add(new Contender("the database's own client, one query", () -> whimbrel.get().query()));
    for (Way way : ways) {
      var project = new Later<>(() -> project(fresh.get()));
      others.add(new Contender(way.name(), () -> way.program().apply(project.get())));
    }
    return new Job(
        "migrate, nothing pending of " + count,
        kind,
        new Contender("Whimbrel", () -> whimbrel.get().whimbrel("migrate")),
        others);
  }

  private AppliedProject project(Target target) {
    return new AppliedProject(bench, target, count);
  }
}
