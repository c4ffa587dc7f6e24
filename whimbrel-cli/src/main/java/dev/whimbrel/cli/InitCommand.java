package dev.whimbrel.cli;

import dev.whimbrel.kit.AdoptProject;
import dev.whimbrel.kit.Dialects;
import dev.whimbrel.kit.InitProject;
import dev.whimbrel.migrate.layout.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel init}. */
final class InitCommand implements Command {
  @Override
  public String name() {
    return "init";
  }

  @Override
  public String about() {
    return "Writes whimbrel.yaml and a first schema, or takes over what another tool left.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel init",
        "whimbrel init --dialect sqlite",
        "whimbrel init --from auto",
        "whimbrel init --from flyway --migrations src/main/resources/db/migration");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            Grammar.value("--dialect", "NAME", "postgresql or sqlite; postgresql if not given"))
        .addOption(
            Grammar.value(
                "--from",
                "LAYOUT",
                "take over the migrations that are there: %s, or auto"
                    .formatted(String.join(", ", Layout.words()))))
        .addOption(Grammar.value("--migrations", "FOLDER", "where they are, if that is not clear"))
        .addOption(Grammar.flag("--force", "overwrite files that are there"));
  }

  @Override
  public Answer run(Invocation invocation) {
    return invocation
        .text("--from")
        .map(from -> adopted(from, invocation))
        .orElseGet(() -> begun(invocation));
  }

  private static Answer adopted(String from, Invocation invocation) {
    AdoptProject.Result result =
        new AdoptProject(invocation.surroundings().folder(), Dialects.present())
            .run(
                new AdoptProject.Request(
                    from,
                    invocation.path("--migrations"),
                    invocation.text("--dialect"),
                    Optional.ofNullable(
                        invocation.surroundings().environment().get("DATABASE_URL")),
                    invocation.has("--force")));
    return Answer.done(
        List.of(
            "found %d migrations in %s (%s)"
                .formatted(result.migrations(), result.folder(), result.layout().word()),
            "wrote " + result.file(),
            "next: whimbrel check, then, with DATABASE_URL set: whimbrel status"),
        Map.of(
            "files", List.of(result.file().toString()),
            "layout", result.layout().word(),
            "folder", result.folder().toString(),
            "migrations", result.migrations()));
  }

  private static Answer begun(Invocation invocation) {
    var request =
        new InitProject.Request(
            invocation.text("--dialect").orElse("postgresql"), invocation.has("--force"));
    var use = new InitProject(invocation.surroundings().folder(), Dialects.present());
    return switch (use.run(request)) {
      case InitProject.Result.Written(var files) -> {
        List<String> names = files.stream().map(Object::toString).toList();
        List<String> lines = names.stream().map(file -> "wrote " + file).toList();
        yield Answer.done(lines, Map.of("files", names))
            .noting(List.of("next: change the schema, then: whimbrel generate --name init"));
      }
    };
  }
}
