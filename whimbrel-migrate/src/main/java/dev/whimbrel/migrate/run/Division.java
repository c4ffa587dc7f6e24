package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.dialect.StatementRules;
import java.util.ArrayList;
import java.util.List;

/** Divides a script into legs, by the kinds of its statements and by what its header says. */
final class Division {
  private final StatementRules rules;
  private final ScriptHeader header;
  private final String file;
  private final List<Leg> legs = new ArrayList<>();
  private final List<Numbered> open = new ArrayList<>();

  /**
   * @param file as a refusal names it
   */
  Division(StatementRules rules, ScriptHeader header, String file) {
    this.rules = rules;
    this.header = header;
    this.file = file;
  }

  Course course(List<SqlStatement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      add(i + 1, statements.get(i));
    }
    close(statements.size());
    if (legs.isEmpty()) {
      legs.add(new Leg.Together(List.of(), statements.size()));
    }
    return new Course(statements, legs);
  }

  private void add(int number, SqlStatement statement) {
    switch (rules.mode(statement)) {
      case Mode.Inside inside -> inside(new Numbered(number, statement, false));
      case Mode.Setting setting -> inside(new Numbered(number, statement, true));
      case Mode.Outside outside -> outside(new Numbered(number, statement, false));
      case Mode.Needless needless -> {}
      case Mode.Commit commit -> commit(number);
      case Mode.Refused(var why) -> throw refused(statement, why);
    }
  }

  private void inside(Numbered statement) {
    switch (header.transaction()) {
      case BY_KIND, ONE -> open.add(statement);
      case EACH -> legs.add(new Leg.Together(List.of(statement), statement.number()));
      case NONE -> legs.add(new Leg.Alone(statement));
    }
  }

  private void outside(Numbered statement) {
    if (header.transaction() == ScriptHeader.Transaction.ONE) {
      open.add(statement);
    } else {
      close(statement.number() - 1);
      legs.add(new Leg.Alone(statement));
    }
  }

  private void commit(int number) {
    if (header.transaction() != ScriptHeader.Transaction.ONE) {
      close(number);
    }
  }

  private void close(int end) {
    if (!open.isEmpty()) {
      legs.add(new Leg.Together(open, end));
      open.clear();
    }
  }

  private RunRefusedException refused(SqlStatement statement, String why) {
    String first = statement.sql().lines().findFirst().orElse("").strip();
    String shown = first.length() > 80 ? first.substring(0, 77) + "..." : first;
    return new RunRefusedException(
        "%s:%d says \"%s\". %s Nothing was run.".formatted(file, statement.line(), shown, why));
  }
}
