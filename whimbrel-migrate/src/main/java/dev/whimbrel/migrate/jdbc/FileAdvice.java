package dev.whimbrel.migrate.jdbc;

import java.util.Optional;

/**
 * What to do about a database file that does not do what it should. SQLite's driver has no SQLSTATE
 * for it, but begins its message with a code of its own.
 */
final class FileAdvice {
  private FileAdvice() {}

  /** The advice; nothing if the message is not about the file. */
  static Optional<String> on(String message) {
    if (!message.startsWith("[SQLITE_")) {
      return Optional.empty();
    }
    String code = message.substring(1, Math.max(1, message.indexOf(']')));
    return Optional.ofNullable(
        switch (code.split("_")[1]) {
          case "READONLY" ->
              "The file, its folder, or the connection may only be read. Give this user the right"
                  + " to write to both, and leave mode=ro out of the URL.";
          case "FULL" ->
              "There is no room left on the disk, or the database may not grow further. A rebuild"
                  + " needs room for its table twice. Nothing is lost; make room, then run it"
                  + " again.";
          case "CORRUPT" ->
              "The file is damaged. Make a copy of it first; then restore a backup, or save what"
                  + " can be read: sqlite3 FILE .recover";
          case "NOTADB" -> "The file is no database of SQLite, or it is encrypted. Mend the URL.";
          case "CANTOPEN" -> "Is the folder there, and may this user open files in it?";
          case "IOERR" ->
              "The disk or the network drive did not do what SQLite asked. Look at the machine's"
                  + " log; nothing of this migration is kept.";
          default -> null;
        });
  }
}
