package dev.whimbrel.cli;

import dev.whimbrel.kit.Dialects;
import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.compare.Scope;
import dev.whimbrel.kit.config.Configuration;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.ConfigurationReader;
import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.kit.config.MigrationSettings;
import dev.whimbrel.kit.config.ReviewSettings;
import dev.whimbrel.kit.layout.FoundFolder;
import dev.whimbrel.kit.layout.Recognition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * A command as it was typed, and where.
 *
 * @param before what stood in front of the command
 */
record Invocation(ParseResult before, ParseResult typed, Surroundings surroundings) {
  boolean has(String option) {
    return Stream.of(typed, before)
        .anyMatch(part -> Boolean.TRUE.equals(part.matchedOptionValue(option, Boolean.FALSE)));
  }

  /** Whether an option stands there, with a value or without. */
  boolean isGiven(String option) {
    return typed.hasMatchedOption(option);
  }

  Optional<String> text(String option) {
    return Stream.of(typed, before)
        .flatMap(part -> Stream.<String>ofNullable(part.matchedOptionValue(option, null)))
        .findFirst();
  }

  /** A path, which starts where the command was typed. */
  Optional<Path> path(String option) {
    return text(option).map(surroundings.folder()::resolve);
  }

  /** The values of an option that may be there more than once. */
  List<String> texts(String option) {
    List<String> none = List.of();
    return typed.matchedOptionValue(option, none);
  }

  /** A path as it was typed, from where it was typed. */
  Path here(String path) {
    return surroundings.folder().resolve(path);
  }

  /** Where the command was typed. */
  Path folder() {
    return surroundings.folder();
  }

  List<String> parameters() {
    List<String> none = List.of();
    return typed.matchedPositionalValue(0, none);
  }

  boolean json() {
    return has("--json");
  }

  /** Whether someone can be asked. */
  boolean interactive() {
    return surroundings.terminal() && !json();
  }

  Project project() {
    var configuration = configuration();
    var scope = configuration.scope().narrowed(patterns("--schemas"), patterns("--tables"));
    return projectOf(configuration.within(scope));
  }

  private List<String> patterns(String option) {
    return text(option).map(list -> List.of(list.strip().split("\\s*,\\s*"))).orElse(List.of());
  }

  /**
   * The project here with the migrations of a folder instead of its own; where there is none, the
   * folder by itself.
   */
  Project projectOf(Optional<Path> migrations) {
    Configuration here = hasConfiguration() ? configuration() : withoutMigrations();
    return projectOf(migrations.map(folder -> lookingAt(folder, here)).orElse(here));
  }

  private Configuration lookingAt(Path folder, Configuration here) {
    if (isConfigured(folder, here)) {
      return here;
    }
    FoundFolder found =
        new Recognition(folder)
            .folders().stream().findFirst().orElseThrow(() -> noMigrations(folder));
    return isConfigured(found.folder(), here) ? here : with(found, here);
  }

  private boolean isConfigured(Path folder, Configuration here) {
    return configurationFile().isPresent() && here.migrations().areIn(folder);
  }

  private boolean hasConfiguration() {
    return configurationFile().isPresent() || text("--database").isPresent();
  }

  /** A folder may say itself of which database it is, but the command knows better. */
  private Configuration with(FoundFolder found, Configuration here) {
    Configuration there = here.migrating(MigrationSettings.of(found.layout(), found.folder()));
    return text("--dialect").isPresent()
        ? there
        : found.dialect().map(there::speaking).orElse(there);
  }

  Project projectOf(Configuration configuration) {
    return new Project(
        text("--database")
            .map(url -> configuration.at(DatabaseSettings.of(file(url))))
            .orElse(configuration),
        Dialects.present(),
        surroundings.clock(),
        surroundings.cache(),
        surroundings.interrupts()::watch);
  }

  /** A file that is named here lies here, wherever the configuration is. */
  private String file(String url) {
    return url.matches("(sqlite|file|jdbc:sqlite):(?![/:]|file:).+")
        ? url.substring(0, url.lastIndexOf(':') + 1)
            + surroundings.folder().resolve(url.substring(url.lastIndexOf(':') + 1))
        : url;
  }

  private Configuration configuration() {
    var reader = new ConfigurationReader(surroundings.environment());
    Optional<Path> file = configurationFile();
    Configuration said =
        file.isEmpty() && text("--database").isPresent()
            ? bare(Optional.empty(), "migrations")
            : reader.read(file.orElseThrow(Invocation::noConfiguration), text("--env"));
    return text("--dialect").map(said::speaking).orElse(said);
  }

  private Configuration withoutMigrations() {
    return bare(text("--dialect").or(() -> Optional.of("postgresql")), "no migrations");
  }

  private Optional<Path> configurationFile() {
    return path("--config").or(() -> ConfigurationReader.find(surroundings.folder()));
  }

  private Configuration bare(Optional<String> dialect, String migrations) {
    return new Configuration(
        surroundings.folder().resolve(ConfigurationReader.FILE_NAME),
        dialect,
        Optional.empty(),
        MigrationSettings.usual(surroundings.folder().resolve(migrations)),
        Optional.empty(),
        false,
        Scope.everything(),
        Optional.empty(),
        Optional.empty(),
        ReviewSettings.usual(surroundings.folder()));
  }

  private ConfigurationException noMigrations(Path folder) {
    String shown = surroundings.folder().relativize(folder).toString();
    return new ConfigurationException(
        "The folder %s holds no migrations in a layout that Whimbrel knows. Name its scripts: whimbrel review %s"
            .formatted(folder, shown.isEmpty() ? "*.sql" : shown + "/*.sql"));
  }

  private static ConfigurationException noConfiguration() {
    return new ConfigurationException(
        "There is no whimbrel.yaml here, nor above up to the root of the repository."
            + " Write one with: whimbrel init");
  }
}
