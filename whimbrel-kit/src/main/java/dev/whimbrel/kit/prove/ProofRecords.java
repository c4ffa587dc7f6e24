package dev.whimbrel.kit.prove;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was proved of migrations: beside each in our own layout; in others in a hidden folder, where
 * no other tool takes it for its own.
 */
public record ProofRecords(LayoutSettings layout) {
  /** Where the record of a migration lies. */
  public Path place(MigrationId id) {
    return layout.folder().resolve(layout.place(id, ProofRecord.FILE_NAME, ProofRecord.FILE_NAME));
  }

  /** Whether anything was ever proved of it. */
  public boolean isKept(MigrationId id) {
    return text(id).isPresent();
  }

  /** What was proved of the migration as it is now. */
  public Optional<ProofRecord> of(Migration migration) {
    return text(migration.id())
        .flatMap(ProofRecord::parse)
        .filter(record -> record.isAbout(migration));
  }

  /** One word about it: the verdict, or that there is none for the scripts as they are. */
  public String word(Migration migration) {
    return of(migration)
        .map(record -> record.verdict().word())
        .orElseGet(() -> isKept(migration.id()) ? "changed since it was proved" : "not proved");
  }

  private Optional<String> text(MigrationId id) {
    Path file = place(id);
    return new Texts(file).find(file);
  }
}
