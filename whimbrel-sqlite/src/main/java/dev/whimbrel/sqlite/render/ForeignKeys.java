package dev.whimbrel.sqlite.render;

/** The statements that tell the frame, and SQLite's own shell, to keep foreign keys out of it. */
final class ForeignKeys {
  static final String OFF = "PRAGMA foreign_keys=OFF";
  static final String ON = "PRAGMA foreign_keys=ON";

  private ForeignKeys() {}
}
