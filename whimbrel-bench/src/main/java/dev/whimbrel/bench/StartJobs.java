package dev.whimbrel.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long a command takes to answer. */
record StartJobs(Bench bench) {
  private static final int APPLIED = 10;

  List<Job> jobs() {
    return List.of(
        version(), status(bench.databases().sqlite()), status(bench.databases().postgres()));
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

  private Job status(Target target) {
    var project = new AppliedProject(bench, target, APPLIED);
    project.apply();
    return new Job(
        "status",
        target instanceof Target.Sqlite ? "SQLite" : "PostgreSQL",
        Contender.of("Whimbrel", project.whimbrel("status")),
        Stream.concat(
                Stream.of(bench.emptyJvm(), project.query()),
                project.peers("info", "status", "status").stream())
            .toList());
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
