package dev.whimbrel.kit;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.kit.draft.MigrationNames;
import dev.whimbrel.kit.layout.Continuation;
import dev.whimbrel.kit.layout.Continuations;
import dev.whimbrel.kit.layout.NewMigration;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a new migration where the layout has it. */
record Addition(Project project) {
  /** What it is called. */
  MigrationId next(Optional<MigrationId> last, MigrationNames names, Optional<String> name) {
    return continuation()
        .map(layout -> layout.next(last, names.words(name)))
        .orElseGet(() -> names.next(last, name));
  }

  /** Where it lies, for people. */
  String place(MigrationId id) {
    Path place = continuation().map(layout -> layout.place(id)).orElse(Path.of(id.value()));
    return folder().resolve(place).toString();
  }

  /**
   * Writes it.
   *
   * @param texts as our own layout has them, by file name
   */
  void write(MigrationId id, Map<String, String> texts) {
    Optional<Continuation> continuation = continuation();
    if (continuation.isEmpty()) {
      new WhimbrelDirectory(folder()).add(id, texts);
      return;
    }
    NewMigration migration = migration(id, texts);
    var files = new LinkedHashMap<Path, String>();
    beginning(migration).ifPresent(place -> files.put(place, migration.before().json()));
    files.put(Snapshots.of(project).place(id), texts.getOrDefault(Snapshots.FILE_NAME, ""));
    files.putAll(continuation.get().files(migration));
    new ChangedFiles(folder(), files).write();
  }

  /** Where to keep what another tool's last migration leads to, so that we know what is new. */
  private Optional<Path> beginning(NewMigration migration) {
    var snapshots = Snapshots.of(project);
    return project.directory().migrations().reversed().stream()
        .filter(each -> !each.repeatable())
        .map(Migration::id)
        .findFirst()
        .filter(last -> snapshots.of(last).isEmpty())
        .filter(last -> migration.after().parents().contains(migration.before().id()))
        .map(snapshots::place);
  }

  private NewMigration migration(MigrationId id, Map<String, String> texts) {
    String up = texts.getOrDefault("migration.sql", "");
    Snapshot after = Snapshot.parse(texts.getOrDefault(Snapshots.FILE_NAME, ""), id.value());
    return new NewMigration(
        id,
        up,
        statements(up),
        texts.getOrDefault("down.sql", ""),
        new Replay(project).last().orElse(after),
        after);
  }

  private List<String> statements(String up) {
    return project.dialect().splitter().split(up).stream().map(SqlStatement::sql).toList();
  }

  private Optional<Continuation> continuation() {
    return new Continuations(
            project.configuration().migrations().layout(),
            project.dialect().name(),
            project.clock())
        .continuation();
  }

  private Path folder() {
    return project.configuration().migrations().folder();
  }
}
