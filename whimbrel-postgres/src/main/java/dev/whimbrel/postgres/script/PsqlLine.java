package dev.whimbrel.postgres.script;

import java.util.Set;

/** A line that is meant for the psql shell and not for the server, such as the dump tool writes. */
record PsqlLine(String text) {
  /** What changes nothing that a server would see. */
  private static final Set<String> IDLE =
      Set.of(
          "\\restrict",
          "\\unrestrict",
          "\\echo",
          "\\set",
          "\\unset",
          "\\pset",
          "\\timing",
          "\\encoding",
          "\\connect",
          "\\c",
          "\\.",
          "\\q",
          "\\x",
          "\\a",
          "\\t");

  /** Whether leaving it out changes nothing of what the script does. */
  boolean idle() {
    return IDLE.contains(text.strip().split("\\s", 2)[0]);
  }
}
