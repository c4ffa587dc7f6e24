package dev.whimbrel.cli;

import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.Pull;
import dev.whimbrel.kit.config.SchemaLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel pull}. */
final class PullCommand implements Command {
  @Override
  public String name() {
    return "pull";
  }

  @Override
  public List<String> aliases() {
    return List.of("introspect");
  }

  @Override
  public String about() {
    return "Writes the schema of a live database down, as Java source or as SQL.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel pull",
        "whimbrel pull --java src --package shop.schema",
        "whimbrel pull --sql schema.sql --database sqlite:app.db");
  }

  @Override
  public void describe(CommandSpec spec) {
    Grammar.scope(spec);
    spec.addOption(
            Grammar.value("--java", "FOLDER", "write Java here; else where the schema is kept"))
        .addOption(Grammar.value("--package", "NAME", "the package of the Java classes"))
        .addOption(Grammar.value("--sql", "FILE", "write SQL into this file"))
        .addOption(Grammar.flag("--force", "overwrite files that are there"));
  }

  @Override
  public Answer run(Invocation invocation) {
    Project project = invocation.project();
    Optional<Path> sql = invocation.path("--sql").or(() -> file(invocation, project));
    Optional<Path> java =
        invocation
            .path("--java")
            .or(() -> sql.isPresent() ? Optional.empty() : Optional.of(folder(project)));
    var request =
        new Pull.Request(
            java, invocation.text("--package").orElse(""), sql, invocation.has("--force"));
    return switch (new Pull(project).run(request)) {
      case Pull.Result.Empty() ->
          Answer.done(List.of("The database holds nothing; nothing was written."), Map.of())
              .as("empty");
      case Pull.Result.Written written -> answer(written);
    };
  }

  /** The SQL file in which the configuration has the schema, where Java is not asked for. */
  private static Optional<Path> file(Invocation invocation, Project project) {
    return project
        .configuration()
        .schema()
        .filter(location -> invocation.path("--java").isEmpty())
        .filter(SchemaLocation.Sources.class::isInstance)
        .map(location -> ((SchemaLocation.Sources) location).paths().getFirst())
        .filter(path -> path.toString().endsWith(".sql"));
  }

  /** The folder in which the configuration has the schema. */
  private static Path folder(Project project) {
    return project
        .configuration()
        .schema()
        .filter(SchemaLocation.Sources.class::isInstance)
        .map(location -> ((SchemaLocation.Sources) location).paths().getFirst())
        .filter(path -> !path.toString().endsWith(".java"))
        .orElseGet(() -> project.configuration().folder().resolve("schema"));
  }

  private static Answer answer(Pull.Result.Written written) {
    List<String> files = written.files().stream().map(Path::toString).toList();
    var lines = new ArrayList<>(files.stream().map(file -> "wrote " + file).toList());
    lines.add(written.tables() == 1 ? "1 table" : written.tables() + " tables");
    var details = new LinkedHashMap<String, Object>();
    details.put("files", files);
    details.put("tables", written.tables());
    details.put("carriedAsSql", written.carried());
    return Answer.done(lines, details)
        .noting(written.carried().stream().map(each -> "carried as SQL: " + each).toList());
  }
}
