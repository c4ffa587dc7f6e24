package dev.whimbrel.cli;

import dev.whimbrel.kit.EmbeddedDatabase;
import dev.whimbrel.kit.UnavailableException;
import dev.whimbrel.kit.config.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel demo}: the whole tour on databases that are brought along. */
final class DemoCommand implements Command {
  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String about() {
    return "The whole tour in a fresh folder, on an embedded PostgreSQL and on SQLite.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel demo", "whimbrel demo --folder tour");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Grammar.value("--folder", "FOLDER", "where to leave it; ./whimbrel-demo if not given"));
  }

  @Override
  public Answer run(Invocation invocation) {
    Path folder = fresh(invocation);
    var stage = new DemoStage(invocation);
    onPostgres(folder.resolve("postgresql"), stage);
    new DemoTour(stage, folder.resolve("sqlite"), "sqlite", Map.of()).run();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("The folder is yours: " + folder);
    lines.addAll(tryNext(toys(folder), invocation.surroundings()));
    return Answer.done(lines, Map.of("folder", folder.toString()));
  }

  private static List<Path> toys(Path folder) {
    return Stream.of("postgresql", "sqlite").map(folder::resolve).filter(Files::exists).toList();
  }

  private static List<String> tryNext(List<Path> folders, Surroundings here) {
    String whimbrel = "  " + here.calledAnywhere();
    var lines = new ArrayList<String>();
    lines.add("Try next, in either of these:");
    folders.forEach(each -> lines.add("  cd " + Surroundings.quoted(each.toString())));
    lines.add(whimbrel + " status");
    lines.add(whimbrel + " rollback --dry-run");
    lines.add("and change schema/Posts.java, then:");
    lines.add(whimbrel + " generate");
    lines.add(whimbrel + " migrate");
    lines.add("The PostgreSQL there starts with a command and ends with it; its data stays.");
    return lines;
  }

  private static void onPostgres(Path folder, DemoStage stage) {
    stage.say("Starting an embedded PostgreSQL ...");
    try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder)) {
      new DemoTour(stage, folder, "postgresql", variables(database.settings())).run();
    } catch (UnavailableException none) {
      stage.say("There is none here, so the tour goes on with SQLite: " + none.getMessage());
    }
  }

  static Map<String, String> variables(DatabaseSettings settings) {
    return Map.of(
        "DATABASE_URL",
        "%s?user=%s&password=%s"
            .formatted(settings.url(), settings.user().orElse(""), settings.password().orElse("")));
  }

  /** A folder that is not there yet, so that nothing is overwritten. */
  private static Path fresh(Invocation invocation) {
    Path wanted =
        invocation
            .path("--folder")
            .orElseGet(() -> invocation.surroundings().folder().resolve("whimbrel-demo"));
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> number == 1 ? wanted : Path.of(wanted + "-" + number))
        .filter(Files::notExists)
        .findFirst()
        .orElse(wanted);
  }
}
