package dev.whimbrel.bench;

import dev.whimbrel.bench.AppliedProject.Way;
import dev.whimbrel.bench.AppliedProject.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many small migrations: applied to an empty database, and looked at when nothing is pending. */
record ApplyJobs(Bench bench, int count) {
  private static final List<Way> WAYS =
      Stream.concat(AppliedProject.JAVA_APPLY.stream(), AppliedProject.NODE_APPLY.stream())
          .toList();

  List<Job> jobs() {
    return List.of(
        apply("SQLite", bench.databases()::sqlite),
        apply("PostgreSQL", bench.databases()::postgres),
        nothingPending("SQLite", bench.databases()::sqlite),
        nothingPending("PostgreSQL", bench.databases()::postgres));
  }

  private Job apply(String kind, Supplier<Target> fresh) {
    var others = new ArrayList<Contender>();
    others.add(new Contender("the database's own client", () -> project(fresh.get()).plain()));
    WAYS.forEach(
        way -> others.add(new Contender(way.name(), () -> way.work().in(project(fresh.get())))));
    return new Job(
        "apply " + count + " migrations",
        kind,
        new Contender("Whimbrel", () -> project(fresh.get()).whimbrel("migrate")),
        others);
  }

  private Job nothingPending(String kind, Supplier<Target> fresh) {
    Work migrate = project -> project.whimbrel("migrate");
    var whimbrel = new Later<>(() -> applied(fresh.get(), migrate));
    var others = new ArrayList<Contender>();
    others.add(new Contender("the database's own client, one query", () -> whimbrel.get().query()));
    for (Way way : WAYS) {
      var project = new Later<>(() -> applied(fresh.get(), way.work()));
      others.add(new Contender(way.name(), () -> way.work().in(project.get())));
    }
    return new Job(
        "migrate, nothing pending of " + count,
        kind,
        new Contender("Whimbrel", () -> migrate.in(whimbrel.get())),
        others);
  }

  /** A project with its migrations applied, off the clock. */
  private AppliedProject applied(Target target, Work work) {
    AppliedProject project = project(target);
    bench.prepare(work.in(project));
    return project;
  }

  private AppliedProject project(Target target) {
    return new AppliedProject(bench, target, count);
  }
}
