package dev.whimbrel.kit.layout;

import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.MigrationId;

/**
 * A migration that is to be written.
 *
 * @param statements the statements of the way there, without semicolons; none if a person is to
 *     write them
 * @param before the schema it starts from
 * @param after the schema it leads to
 */
public record NewMigration(
    MigrationId id,
    String up,
    java.util.List<String> statements,
    String down,
    Snapshot before,
    Snapshot after) {}
