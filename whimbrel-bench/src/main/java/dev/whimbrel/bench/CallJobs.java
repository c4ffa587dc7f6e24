package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an application pays at its start when there is nothing to do. */
record CallJobs(Bench bench, int count) {
  List<Job> jobs() {
    return Stream.concat(
            jobs("SQLite", bench.databases()::sqlite).stream(),
            jobs("PostgreSQL", bench.databases()::postgres).stream())
        .toList();
  }

  private List<Job> jobs(String kind, Supplier<Target> fresh) {
    var whimbrel = applied(fresh, project -> project.whimbrel("migrate"));
    var flyway = applied(fresh, project -> project.flyway("migrate"));
    var liquibase = applied(fresh, project -> project.liquibase("update"));
    var mybatis = applied(fresh, project -> project.mybatis("up"));
    return Stream.of("first", "warm")
        .map(which ->
            new Job(
                "in an application, nothing pending of " + count + ", " + which + " call",
                kind,
                new Contender("Whimbrel", () -> ours(WhimbrelCall.class, whimbrel.get(), which)),
                List.of(
                    new Contender(
                        "connecting, and one query",
                        () -> ours(QueryCall.class, whimbrel.get(), which)),
                    call(MavenTool.FLYWAY_CALL, which, flyway),
                    call(MavenTool.LIQUIBASE_CALL, which, liquibase),
                    call(MavenTool.MYBATIS_CALL, which, mybatis))))
        .toList();
  }

  /** A project whose migrations were applied from the command line, off the clock. */
  private Later<AppliedProject> applied(Supplier<Target> fresh, AppliedProject.Work work) {
    return new Later<>(() -> {
      var project = new AppliedProject(bench, fresh.get(), count);
      bench.prepare(work.in(project));
      return project;
    });
  }

  private Program ours(Class<?> program, AppliedProject project, String which) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(project.callArguments(which));
    return new Program(Jvm.command(command.toArray(String[]::new)), bench.work(), Map.of());
  }

  private Contender call(MavenTool tool, String which, Later<AppliedProject> project) {
    return new Contender(
        tool.name(),
        () ->
            tool.program(
                bench.peers(),
                bench.work(),
                project.get().callArguments(which).toArray(String[]::new)));
  }
}
