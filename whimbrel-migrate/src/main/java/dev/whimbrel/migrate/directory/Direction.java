package dev.whimbrel.migrate.directory;

/** The two ways in which a migration runs. */
public enum Direction {
  UP,
  DOWN
}
