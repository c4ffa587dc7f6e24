package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.directory.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drizzle's layout before 1.0: {@code 0007_warm_hero.sql} in the order of {@code
 * meta/_journal.json}; what is not in the journal does not run.
 */
public final class DrizzleJournalDirectory implements MigrationDirectory {
  private final Path folder;

  public DrizzleJournalDirectory(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Migration> migrations() {
    var seen = new HashSet<String>();
    return journal().entries().stream()
        .filter(entry -> seen.add(entry.tag()))
        .flatMap(entry -> read(entry).stream())
        .toList();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    Path down = down(id.value());
    boolean file = direction == Direction.DOWN && Files.exists(down);
    return (file ? down : up(id.value())).toString();
  }

  @Override
  public List<Ignored> ignored() {
    Set<String> tags =
        journal().entries().stream().map(DrizzleJournal.Entry::tag).collect(Collectors.toSet());
    return new SqlFiles(folder)
        .here().stream()
            .map(SqlFiles.SqlFile::name)
            .filter(name -> name.endsWith(".sql"))
            .filter(name -> !tags.contains(name.replaceFirst("(?:\\.down)?\\.sql$", "")))
            .map(name ->
                new Ignored(name, "it is not in meta/_journal.json, so Drizzle does not run it"))
            .toList();
  }

  @Override
  public List<Oddity> oddities() {
    List<DrizzleJournal.Entry> entries = journal().entries();
    return Stream.of(
            entries.stream().filter(entry -> Files.notExists(up(entry.tag()))).map(this::fileless),
            twice(entries).stream(),
            outOfStep(entries).stream(),
            Numbers.doubled(migrations(), MigrationId::number),
            snapshots(entries).oddities())
        .flatMap(each -> each)
        .toList();
  }

  private DrizzleJournal journal() {
    return DrizzleJournal.in(folder);
  }

  private Optional<Migration> read(DrizzleJournal.Entry entry) {
    String tag = entry.tag();
    var texts = new Texts(folder);
    return texts
        .find(up(tag))
        .map(text ->
            new Migration(
                new MigrationId(tag),
                new Script(text),
                texts.seek(down(tag)).map(Script::new).or(() -> RollbackComment.in(text))))
        .map(migration -> migration.madeAt(Instant.ofEpochMilli(entry.when())));
  }

  private Path up(String tag) {
    return folder.resolve(tag + ".sql");
  }

  private Path down(String tag) {
    return folder.resolve(tag + ".down.sql");
  }

  private Oddity fileless(DrizzleJournal.Entry entry) {
    return new Oddity(
        entry.tag(),
        "is in the journal, but there is no %s; it cannot run. Restore the file, or take the entry out"
            .formatted(entry.tag() + ".sql"));
  }

  private static List<Oddity> twice(List<DrizzleJournal.Entry> entries) {
    var seen = new HashSet<String>();
    return entries.stream()
        .map(DrizzleJournal.Entry::tag)
        .filter(tag -> !seen.add(tag))
        .map(tag -> new Oddity(tag, "is in the journal twice; it runs once"))
        .toList();
  }

  private static List<Oddity> outOfStep(List<DrizzleJournal.Entry> entries) {
    var oddities = new ArrayList<Oddity>();
    for (int i = 1; i < entries.size(); i++) {
      DrizzleJournal.Entry before = entries.get(i - 1);
      DrizzleJournal.Entry entry = entries.get(i);
      if (entry.when() <= before.when()) {
        oddities.add(
            new Oddity(
                entry.tag(),
                ("its time in the journal is not later than that of %s; Drizzle leaves it out, without"
                        + " a word, wherever that one ran. Whimbrel runs it")
                    .formatted(before.tag())));
      }
      if (entry.index() != before.index() + 1) {
        oddities.add(
            new Oddity(
                entry.tag(), "has the index %d after %d".formatted(entry.index(), before.index())));
      }
    }
    return oddities;
  }

  private DrizzleSnapshots snapshots(List<DrizzleJournal.Entry> entries) {
    return new DrizzleSnapshots(
        entries.stream()
            .map(entry ->
                folder.resolve("meta").resolve("%04d_snapshot.json".formatted(entry.index())))
            .distinct()
            .toList());
  }
}
