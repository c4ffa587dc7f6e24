package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Deed;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows one setting through statements. */
record Settings(String name) {
  private static final Pattern CALL =
      Pattern.compile("set_config\\s*\\(\\s*'([a-z_.]+)'\\s*,\\s*'([^']*)'\\s*,\\s*(true|false)");

  private enum State {
    OFF,
    ON,
    ON_IN_TRANSACTION
  }

  /** Whether it is set when these have run; a limit of nothing is none. */
  boolean holdsAfter(List<ScriptStatement> statements) {
    State state = State.OFF;
    for (ScriptStatement each : statements) {
      state = after(each, state);
    }
    return state != State.OFF;
  }

  private State after(ScriptStatement statement, State before) {
    return switch (statement.deed()) {
      case Deed.Setting set when set.name().equals(name) -> state(set.value(), set.local());
      case Deed.Query query -> called(statement.sql().toLowerCase(Locale.ROOT), before);
      case Deed.Control(String command)
          when before == State.ON_IN_TRANSACTION && Script.closes(command) ->
          State.OFF;
      case Deed.Other(String words, var object, var lists)
          when words.matches("(reset (" + name + "|all)|discard all)") ->
          State.OFF;
      default -> before;
    };
  }

  private State called(String sql, State before) {
    Matcher call = CALL.matcher(sql);
    State state = before;
    while (call.find()) {
      state =
          call.group(1).equals(name) ? state(call.group(2), call.group(3).equals("true")) : state;
    }
    return state;
  }

  private static State state(String value, boolean local) {
    if (value.strip().matches("0+ *[a-z]*|default")) {
      return State.OFF;
    }
    return local ? State.ON_IN_TRANSACTION : State.ON;
  }
}
