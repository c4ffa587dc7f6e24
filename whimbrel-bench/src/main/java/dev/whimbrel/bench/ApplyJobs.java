package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Many small migrations: applied to an empty database, and looked at when nothing is pending. */
record ApplyJobs(Bench bench) {
  private static final int COUNT = 1000;

  List<Job> jobs() {
    return List.of(
        apply("SQLite", bench.databases()::sqlite, List.of()),
        apply("PostgreSQL", bench.databases()::postgres, ofNode()),
        nothingPending("SQLite", bench.databases()::sqlite, List.of()),
        nothingPending("PostgreSQL", bench.databases()::postgres, ofNode()));
  }

  /** A tool, and how to have it apply what is pending in that project. */
  private record Way(String name, Function<AppliedProject, Program> applying) {}

  /** As a way, on PostgreSQL. */
  private record PostgresWay(NpmTool tool) {
    Program program(AppliedProject project, Target.Postgres target) {
      if (tool.equals(NpmTool.DBMATE)) {
        return project.dbmate(target, "migrate");
      }
      String folder = tool.equals(NpmTool.DRIZZLE) ? "drizzle" : "drizzle-next";
      return project.drizzle(tool, target, folder);
    }
  }

  private static List<PostgresWay> ofNode() {
    return List.of(
        new PostgresWay(NpmTool.DBMATE),
        new PostgresWay(NpmTool.DRIZZLE),
        new PostgresWay(NpmTool.DRIZZLE_NEXT));
  }

  private static List<Way> ofJava() {
    return List.of(
        new Way(MavenTool.FLYWAY.name(), project -> project.flyway("migrate")),
        new Way(MavenTool.LIQUIBASE.name(), project -> project.liquibase("update")),
        new Way(MavenTool.MYBATIS.name(), project -> project.mybatis("up")));
  }

  private Job apply(String kind, Supplier<Target> fresh, List<PostgresWay> node) {
    var others = new ArrayList<Contender>();
    others.add(new Contender("the database's own client", () -> project(fresh.get()).plain()));
    ofJava()
        .forEach(way ->
            others.add(
                new Contender(way.name(), () -> way.applying().apply(project(fresh.get())))));
    node.forEach(way -> others.add(new Contender(way.tool().name(), () -> onPostgres(way))));
    return new Job(
        "apply " + COUNT + " migrations",
        kind,
        new Contender("Whimbrel", () -> project(fresh.get()).whimbrel("migrate")),
        others);
  }

  private Job nothingPending(String kind, Supplier<Target> fresh, List<PostgresWay> node) {
    AppliedProject whimbrel = project(fresh.get());
    bench.prepare(whimbrel.whimbrel("migrate"));
    var others = new ArrayList<Contender>();
    others.add(whimbrel.query());
    ofJava().forEach(way -> others.add(applied(way.name(), way.applying(), project(fresh.get()))));
    node.forEach(way -> {
      Target.Postgres target = bench.databases().postgres();
      others.add(applied(way.tool().name(), each -> way.program(each, target), project(target)));
    });
    return new Job(
        "migrate, nothing pending of " + COUNT,
        kind,
        new Contender("Whimbrel", () -> whimbrel.whimbrel("migrate")),
        others);
  }

  /** The first run, which is not counted, applies them. */
  private static Contender applied(
      String name, Function<AppliedProject, Program> applying, AppliedProject project) {
    return new Contender(name, () -> applying.apply(project));
  }

  private Program onPostgres(PostgresWay way) {
    Target.Postgres target = bench.databases().postgres();
    return way.program(project(target), target);
  }

  private AppliedProject project(Target target) {
    return new AppliedProject(bench, target, COUNT);
  }
}
