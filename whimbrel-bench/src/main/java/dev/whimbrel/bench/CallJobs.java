package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an application pays at its start when there is nothing to do. */
record CallJobs(Bench bench, int count) {
  List<Job> jobs() {
    return List.of(
        job("first", "SQLite", bench.databases()::sqlite),
        job("warm", "SQLite", bench.databases()::sqlite),
        job("first", "PostgreSQL", bench.databases()::postgres),
        job("warm", "PostgreSQL", bench.databases()::postgres));
  }

  private Job job(String which, String kind, Supplier<Target> fresh) {
    var others = new ArrayList<Contender>();
    others.add(call(MavenTool.FLYWAY_CALL, which, fresh));
    others.add(call(MavenTool.LIQUIBASE_CALL, which, fresh));
    others.add(call(MavenTool.MYBATIS_CALL, which, fresh));
    var whimbrel = new Later<>(() -> applied(fresh.get()));
    return new Job(
        "in an application, nothing pending of " + count + ", " + which + " call",
        kind,
        new Contender("Whimbrel", () -> ours(whimbrel.get(), which)),
        others);
  }

  private AppliedProject applied(Target target) {
    var project = new AppliedProject(bench, target, count);
    project.apply();
    return project;
  }

  private Program ours(AppliedProject project, String which) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WhimbrelCall.class.getName());
    command.addAll(project.callArguments(which));
    return new Program(Jvm.command(command.toArray(String[]::new)), bench.work(), Map.of());
  }

  /** The first run, which is not counted, applies them. */
  private Contender call(MavenTool tool, String which, Supplier<Target> fresh) {
    var project = new Later<>(() -> new AppliedProject(bench, fresh.get(), count));
    return new Contender(
        tool.name(),
        () ->
            tool.program(
                bench.peers(),
                bench.work(),
                project.get().callArguments(which).toArray(String[]::new)));
  }
}
