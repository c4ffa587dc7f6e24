package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.layout.FlywayName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes on where Flyway stopped: the next version, spelled as the last one, and a script that undoes
 * it.
 */
record FlywayContinuation(Clock clock) implements Continuation {
  private static final Pattern LAST_PART = Pattern.compile("V(.*?)([0-9]+)(?:__.*)?");

  @Override
  public MigrationId next(Optional<MigrationId> last, String words) {
    return new MigrationId("V" + version(last) + "__" + words);
  }

  @Override
  public SequencedMap<Path, String> files(NewMigration migration) {
    var files = new LinkedHashMap<Path, String>();
    files.put(Path.of("U" + migration.id().value().substring(1) + ".sql"), migration.down());
    files.put(place(migration.id()), migration.up());
    return files;
  }

  private String version(Optional<MigrationId> last) {
    Optional<Matcher> parts =
        last.map(MigrationId::value)
            .filter(id -> FlywayName.of(id).isPresent())
            .map(LAST_PART::matcher)
            .filter(Matcher::matches);
    return parts.map(each -> each.group(1)).orElse("")
        + new NextNumber(clock).after(parts.map(each -> each.group(2)), "1");
  }
}
