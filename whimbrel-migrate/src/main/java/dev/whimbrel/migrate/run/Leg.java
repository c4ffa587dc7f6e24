package dev.whimbrel.migrate.run;

import java.util.List;

/** What of a migration is committed at once. */
sealed interface Leg {
  /** The number of the statement up to which all is done when the leg is. */
  int end();

  /** Statements that run in one transaction, with their record. */
  record Together(List<Numbered> statements, int end) implements Leg {
    public Together {
      statements = List.copyOf(statements);
    }

    /** What is left of it when so many statements are done. */
    Together after(int done) {
      return new Together(statements.stream().filter(each -> each.number() > done).toList(), end);
    }
  }

  /** A statement that runs outside of a transaction: announced before, confirmed after. */
  record Alone(Numbered statement) implements Leg {
    @Override
    public int end() {
      return statement.number();
    }
  }
}
