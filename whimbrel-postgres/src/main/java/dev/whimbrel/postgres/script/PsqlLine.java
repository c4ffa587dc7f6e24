package dev.whimbrel.postgres.script;

import java.util.Set;

/** A line that is meant for the psql shell and not for the server, such as the dump tool writes. */
record PsqlLine(String script, int at, int line) {
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

  /**
   * Where it ends.
   *
   * @throws IllegalArgumentException if leaving it out would change what the script does
   */
  int end() {
    int found = script.indexOf('\n', at);
    int end = found < 0 ? script.length() : found;
    String word = script.substring(at, end).strip().split("\\s", 2)[0];
    if (!IDLE.contains(word)) {
      throw new IllegalArgumentException(
          ("Line %d is a command to psql, %s, which no server understands. Put what it does into the"
                  + " file as SQL, or take the line away.")
              .formatted(line, word));
    }
    return end;
  }
}
