package dev.whimbrel.migrate.directory;

/**
 * Something in a migration directory that is no migration.
 *
 * @param name its file name
 * @param reason why it is passed over
 */
public record Ignored(String name, String reason) {}
