package dev.whimbrel.kit.prove;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import java.util.Optional;

/** Looks up what was proved of migrations. */
public record ProofRecords(WhimbrelDirectory directory) {
  /** What was proved of the migration as it is now. */
  public Optional<ProofRecord> of(Migration migration) {
    return directory
        .file(migration.id(), ProofRecord.FILE_NAME)
        .flatMap(ProofRecord::parse)
        .filter(record -> record.isAbout(migration));
  }

  /** One word about it: the verdict, or that there is none for the scripts as they are. */
  public String word(Migration migration) {
    return of(migration)
        .map(record -> record.verdict().word())
        .orElseGet(() ->
            directory.file(migration.id(), ProofRecord.FILE_NAME).isPresent()
                ? "changed since it was proved"
                : "not proved");
  }
}
