package dev.whimbrel.cli;

import dev.whimbrel.kit.Dialects;
import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.compare.Scope;
import dev.whimbrel.kit.config.Configuration;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.ConfigurationReader;
import dev.whimbrel.kit.config.DatabaseSettings;
import dev.whimbrel.kit.config.MigrationSettings;
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

  Project projectOf(Configuration configuration) {
    return new Project(
        text("--database")
            .map(url -> configuration.at(DatabaseSettings.of(here(url))))
            .orElse(configuration),
        Dialects.present(),
        surroundings.clock(),
        cache(),
        surroundings.interrupts()::watch);
  }

  /** A file that is named here lies here, wherever the configuration is. */
  private String here(String url) {
    return url.matches("(sqlite|file|jdbc:sqlite):(?![/:]|file:).+")
        ? url.substring(0, url.lastIndexOf(':') + 1)
            + surroundings.folder().resolve(url.substring(url.lastIndexOf(':') + 1))
        : url;
  }

  private Configuration configuration() {
    var reader = new ConfigurationReader(surroundings.environment());
    Optional<Path> file =
        path("--config").or(() -> ConfigurationReader.find(surroundings.folder()));
    if (file.isEmpty() && text("--database").isPresent()) {
      return bare();
    }
    return reader.read(file.orElseThrow(Invocation::noConfiguration), text("--env"));
  }

  private Configuration bare() {
    return new Configuration(
        surroundings.folder().resolve(ConfigurationReader.FILE_NAME),
        Optional.empty(),
        Optional.empty(),
        MigrationSettings.usual(surroundings.folder().resolve("migrations")),
        Optional.empty(),
        false,
        Scope.everything(),
        Optional.empty(),
        Optional.empty());
  }

  private static ConfigurationException noConfiguration() {
    return new ConfigurationException(
        "There is no whimbrel.yaml here, nor above up to the root of the repository."
            + " Write one with: whimbrel init");
  }

  private Optional<Path> cache() {
    var environment = surroundings.environment();
    return Optional.ofNullable(environment.get("WHIMBREL_CACHE"))
        .map(Path::of)
        .or(() ->
            Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(folder -> Path.of(folder, "whimbrel")))
        .or(() ->
            Optional.ofNullable(environment.get("HOME"))
                .map(folder -> Path.of(folder, ".cache", "whimbrel")))
        .filter(Path::isAbsolute);
  }
}
