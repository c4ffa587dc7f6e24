package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long a command takes to answer. */
record StartJobs(Bench bench) {
  private static final int APPLIED = 10;

  List<Job> jobs() {
    return List.of(
        version(),
        status("SQLite", bench.databases()::sqlite),
        status("PostgreSQL", bench.databases()::postgres));
  }

  private Job version() {
    Texts texts = bench.texts("start").write("nothing", "");
    return new Job(
        "--version",
        "",
        Contender.of("Whimbrel", bench.whimbrel(texts, "--version")),
        List.of(
            bench.emptyJvm(),
            npm(NpmTool.DRIZZLE, "--version"),
            npm(NpmTool.DRIZZLE_NEXT, "--version"),
            npm(NpmTool.PRISMA, "--version"),
            npm(NpmTool.DBMATE, "--version"),
            maven(MavenTool.FLYWAY, texts, "version"),
            maven(MavenTool.LIQUIBASE, texts, "--version")));
  }

  private Job status(String kind, Supplier<Target> fresh) {
    var project =
        new Later<>(() -> {
          var applied = new AppliedProject(bench, fresh.get(), APPLIED);
          applied.apply();
          return applied;
        });
    var others = new ArrayList<>(List.of(bench.emptyJvm()));
    others.add(new Contender("the database's own client, one query", () -> project.get().query()));
    AppliedProject.JAVA_STATUS.forEach(
        way -> others.add(new Contender(way.name(), () -> way.work().in(project.get()))));
    others.add(new Contender(NpmTool.DBMATE.name(), () -> project.get().dbmate("status")));
    others.add(npm(NpmTool.PRISMA, "migrate", "status"));
    return new Job(
        "status", kind, new Contender("Whimbrel", () -> project.get().whimbrel("status")), others);
  }

  private Contender npm(NpmTool tool, String... arguments) {
    return new Contender(
        tool.name(),
        () -> tool.program(bench.peers(), Map.of("CHECKPOINT_DISABLE", "1"), arguments));
  }

  private Contender maven(MavenTool tool, Texts texts, String... arguments) {
    return new Contender(tool.name(), () -> tool.program(bench.peers(), texts.folder(), arguments));
  }
}
