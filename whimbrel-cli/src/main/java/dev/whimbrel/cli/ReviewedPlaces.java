package dev.whimbrel.cli;

import dev.whimbrel.kit.config.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands behind {@code review}: what is there as a path is meant as that.
 *
 * @param migrations ids or names
 * @param scripts where they lie; the folder of one migration is its script
 * @param folder one that holds migrations
 */
record ReviewedPlaces(List<String> migrations, List<Path> scripts, Optional<Path> folder) {
  ReviewedPlaces {
    migrations = List.copyOf(migrations);
    scripts = List.copyOf(scripts);
  }

  static ReviewedPlaces of(Invocation invocation) {
    var migrations = new ArrayList<String>();
    var scripts = new LinkedHashSet<Path>();
    var folders = new LinkedHashSet<Path>();
    for (String typed : invocation.parameters()) {
      Path path = invocation.here(typed).normalize();
      if (Files.notExists(path)) {
        migrations.add(typed);
      } else if (Files.isDirectory(path)) {
        script(path).ifPresentOrElse(scripts::add, () -> folders.add(path));
      } else {
        scripts.add(path);
      }
    }
    requireOne(folders, scripts);
    return new ReviewedPlaces(migrations, List.copyOf(scripts), folders.stream().findFirst());
  }

  /** Whether a path is among them, so that no configuration is needed. */
  boolean arePaths() {
    return folder.isPresent() || !scripts.isEmpty();
  }

  private static Optional<Path> script(Path folder) {
    return Stream.of("migration.sql", "up.sql")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static void requireOne(Set<Path> folders, Set<Path> scripts) {
    if (folders.size() > 1 || (!folders.isEmpty() && !scripts.isEmpty())) {
      throw new ConfigurationException(
          "Review takes one folder of migrations by itself, or scripts. Review each by a command of its own.");
    }
  }
}
