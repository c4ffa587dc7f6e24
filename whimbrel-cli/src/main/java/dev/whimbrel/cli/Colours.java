package dev.whimbrel.cli;

import dev.whimbrel.migrate.run.MigrationStatus;

/** Colours for states, where there is someone to see them. */
record Colours(Invocation invocation) {
  String of(MigrationStatus.State state, String text) {
    return switch (state) {
      case APPLIED -> in(32, text);
      case PENDING, OUT_OF_ORDER, UNFINISHED, HALF_BACK -> in(33, text);
      case FAILED, CHANGED, MISSING -> in(31, text);
    };
  }

  private String in(int code, String text) {
    return invocation.surroundings().colourful()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
