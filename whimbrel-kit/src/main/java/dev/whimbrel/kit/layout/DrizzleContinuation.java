package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.migrate.layout.DrizzleJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Goes on where Drizzle stopped before its 1.0: a file, a snapshot, an entry in the journal.
 *
 * @param dialect the name of the database
 */
record DrizzleContinuation(Path folder, String dialect, Clock clock) implements Continuation {
  private static final String BREAKPOINT = "--> statement-breakpoint";

  /** The one that fits the folder; a new folder gets the layout of Drizzle 1.0. */
  static Continuation in(Path folder, String dialect, Clock clock) {
    return Files.exists(DrizzleJournal.file(folder))
        ? new DrizzleContinuation(folder, dialect, clock)
        : new DrizzleFolderContinuation(folder, dialect, clock);
  }

  @Override
  public MigrationId next(Optional<MigrationId> last, String words) {
    return new MigrationId("%04d_%s".formatted(index(), words));
  }

  @Override
  public SequencedMap<Path, String> files(NewMigration migration) {
    var files = new LinkedHashMap<Path, String>();
    String tag = migration.id().value();
    files.put(place(migration.id()), text(migration));
    files.put(Path.of(tag + ".down.sql"), migration.down());
    files.put(
        snapshotFile(index()), new DrizzleDrawing(dialect).next(previous(), migration).indented());
    files.put(folder.relativize(DrizzleJournal.file(folder)), journal(tag).indented());
    return files;
  }

  /** Statements as Drizzle's own runner takes them apart. */
  static String text(NewMigration migration) {
    return migration.statements().isEmpty()
        ? migration.up()
        : String.join(BREAKPOINT + "\n", lines(migration.statements())) + ";";
  }

  private static List<String> lines(List<String> statements) {
    var lines = new ArrayList<String>();
    statements.forEach(
        statement -> lines.add(lines.size() + 1 < statements.size() ? statement + ";" : statement));
    return lines;
  }

  private Json journal(String tag) {
    DrizzleJournal journal = DrizzleJournal.in(folder);
    Map<String, Json> entry = new LinkedHashMap<>();
    entry.put("idx", new Json.Numeral(String.valueOf(index())));
    entry.put("version", new Json.Text(version(journal)));
    entry.put("when", new Json.Numeral(String.valueOf(when(journal))));
    entry.put("tag", new Json.Text(tag));
    entry.put("breakpoints", new Json.Truth(true));
    var entries = new ArrayList<>(journal.whole().items("entries"));
    entries.add(new Json.Members(entry));
    return ((Json.Members) journal.whole()).with("entries", new Json.Items(entries));
  }

  private String version(DrizzleJournal journal) {
    return journal.whole().items("entries").reversed().stream()
        .flatMap(entry -> entry.text("version").stream())
        .findFirst()
        .orElse(dialect.equals("sqlite") ? "6" : "7");
  }

  /** Later than all others, or Drizzle would leave it out. */
  private long when(DrizzleJournal journal) {
    long last = journal.entries().stream().mapToLong(DrizzleJournal.Entry::when).max().orElse(0);
    return Math.max(clock.millis(), last + 1);
  }

  private int index() {
    return 1
        + DrizzleJournal.in(folder).entries().stream()
            .mapToInt(DrizzleJournal.Entry::index)
            .max()
            .orElse(-1);
  }

  /** The newest snapshot there is; the last migrations may have none. */
  private Optional<Json> previous() {
    for (int index = index() - 1; index >= 0; index--) {
      Path file = folder.resolve(snapshotFile(index));
      if (Files.exists(file)) {
        return DrizzleFolderContinuation.read(file);
      }
    }
    return Optional.empty();
  }

  private static Path snapshotFile(int index) {
    return Path.of("meta", "%04d_snapshot.json".formatted(index));
  }
}
