package dev.whimbrel.migrate.directory;

/**
 * Something in a migration directory that is not as it should be, and keeps nothing from running.
 *
 * @param name the file or migration it is about
 * @param what what is wrong, and what comes of it
 */
public record Oddity(String name, String what) {}
