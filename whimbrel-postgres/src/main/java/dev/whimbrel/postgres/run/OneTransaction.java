package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.MigrationFrame;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import java.util.List;
import java.util.regex.Pattern;

/** Runs a migration in one transaction, and refuses what cannot be run in one. */
public final class OneTransaction implements MigrationFrame {
  private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|--[^\\n]*");
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(create (unique )?index concurrently|drop index concurrently|reindex .*concurrently"
              + "|reindex (database|system)|vacuum|alter system|(create|drop|alter) tablespace"
              + "|(create|drop) database|(create|drop) subscription"
              + "|alter table .* detach partition .* concurrently)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTROL =
      Pattern.compile(
          "(begin|commit|end|abort|start transaction|prepare transaction|rollback(?! to))\\b.*",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void run(Session session, List<SqlStatement> statements, Runnable work) {
    statements.forEach(OneTransaction::check);
    session.inTransaction(work);
  }

  private static void check(SqlStatement statement) {
    String sql = COMMENTS.matcher(statement.sql()).replaceAll(" ").strip().replaceAll("\\s+", " ");
    if (OUTSIDE.matcher(sql).matches()) {
      throw refusal(
          statement, sql, "PostgreSQL cannot run it in a transaction, and a migration is one");
    }
    if (CONTROL.matcher(sql).matches()) {
      throw refusal(
          statement, sql, "a migration is one transaction already; take this statement out");
    }
  }

  private static IllegalArgumentException refusal(SqlStatement statement, String sql, String why) {
    return new IllegalArgumentException(
        "line %d: %s: %s. Nothing was changed."
            .formatted(
                statement.line(), sql.length() > 80 ? sql.substring(0, 77) + "..." : sql, why));
  }
}
