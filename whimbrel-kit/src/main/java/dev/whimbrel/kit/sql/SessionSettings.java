package dev.whimbrel.kit.sql;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file has set for its session up to a statement. Files know nothing of one another's, and a
 * statement that is tried again is tried under its own.
 */
final class SessionSettings {
  /** No such thing. */
  private static final String UNKNOWN = "42704";

  private final Session session;
  private final Dialect dialect;
  private final List<SqlStatement> taken = new ArrayList<>();
  private List<SqlStatement> made = List.of();

  SessionSettings(Session session, Dialect dialect) {
    this.session = session;
    this.dialect = dialect;
  }

  /** Makes the session one in which these have been set, and nothing else. */
  void make(List<SqlStatement> wanted) {
    if (!wanted.equals(made)) {
      boolean more = wanted.size() > made.size() && wanted.subList(0, made.size()).equals(made);
      if (!more) {
        reset();
      }
      set(wanted.subList(more ? made.size() : 0, wanted.size()));
      made = wanted;
    }
  }

  /** All of them, or none that was ever set. */
  private void set(List<SqlStatement> settings) {
    try {
      settings.forEach(this::set);
    } catch (DatabaseException refusal) {
      reset();
      throw refusal;
    }
  }

  private void reset() {
    taken.stream()
        .flatMap(each -> dialect.statementRules().resets(each).stream())
        .distinct()
        .forEach(session::execute);
    taken.clear();
    made = List.of();
  }

  /** A dump of another version sets what this server need not know. */
  private void set(SqlStatement setting) {
    try {
      session.execute(setting.sql());
      taken.add(setting);
    } catch (DatabaseException refusal) {
      if (!refusal.sqlState().orElse("").equals(UNKNOWN)) {
        throw refusal;
      }
    }
  }
}
