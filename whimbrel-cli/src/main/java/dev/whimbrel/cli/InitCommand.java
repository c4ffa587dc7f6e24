package dev.whimbrel.cli;

import dev.whimbrel.kit.Dialects;
import dev.whimbrel.kit.InitProject;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel init}. */
final class InitCommand implements Command {
  @Override
  public String name() {
    return "init";
  }

  @Override
  public String about() {
    return "Writes whimbrel.yaml and a first schema into this folder.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel init", "whimbrel init --dialect sqlite");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            Grammar.value("--dialect", "NAME", "postgresql or sqlite; postgresql if not given"))
        .addOption(Grammar.flag("--force", "overwrite files that are there"));
  }

  @Override
  public Answer run(Invocation invocation) {
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
