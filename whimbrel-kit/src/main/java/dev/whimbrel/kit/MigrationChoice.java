package dev.whimbrel.kit;

import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.NearestWord;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the migration that someone means by a whole id, its beginning, or its name. */
record MigrationChoice(MigrationDirectory directory) {
  /**
   * @throws ConfigurationException if none, or more than one, is meant
   */
  MigrationId meant(String text) {
    List<MigrationId> all = directory.migrations().stream().map(Migration::id).toList();
    List<MigrationId> exact = all.stream().filter(id -> id.value().equals(text)).toList();
    List<MigrationId> fitting =
        exact.isEmpty() ? all.stream().filter(id -> fits(id, text)).toList() : exact;
    if (fitting.size() != 1) {
      throw new ConfigurationException(problem(text, all, fitting));
    }
    return fitting.getFirst();
  }

  private static boolean fits(MigrationId id, String text) {
    return id.name().equals(text) || id.value().startsWith(text);
  }

  private static String problem(String text, List<MigrationId> all, List<MigrationId> fitting) {
    if (!fitting.isEmpty()) {
      return "\"%s\" may be any of %s; write more of it."
          .formatted(
              text, fitting.stream().map(MigrationId::value).collect(Collectors.joining(", ")));
    }
    String meant =
        new NearestWord(all.stream().map(MigrationId::name).toList())
            .to(text)
            .map(word -> "; did you mean \"" + word + "\"?")
            .orElse("; \"whimbrel status\" lists those there are.");
    return "There is no migration \"%s\"%s".formatted(text, meant);
  }
}
