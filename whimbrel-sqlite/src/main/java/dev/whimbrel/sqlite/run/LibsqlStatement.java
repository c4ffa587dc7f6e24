package dev.whimbrel.sqlite.run;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.plan.Planner;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.sqlite.inspect.SqliteInspector;
import dev.whimbrel.sqlite.normalize.SqliteNormalizer;
import dev.whimbrel.sqlite.parse.TableParser;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import dev.whimbrel.sqlite.render.SqliteRenderer;
import dev.whimbrel.sqlite.rewrite.DropChildrenFirst;
import dev.whimbrel.sqlite.rewrite.RebuildTables;
import dev.whimbrel.sqlite.rewrite.StandAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement that libSQL, the database of Turso, knows and SQLite does not: {@code ALTER TABLE …
 * ALTER COLUMN … TO …}.
 *
 * @param definition what the column is to be, as it stands there
 */
record LibsqlStatement(SqlStatement statement, String table, String column, String definition) {
  /** Throws a letter with the same in plain SQLite, if a script has such a statement. */
  static void refuse(Session session, List<SqlStatement> statements) {
    statements.stream()
        .flatMap(each -> read(each).stream())
        .findFirst()
        .ifPresent(libsql -> {
          throw new RefusedException(libsql.letter(session));
        });
  }

  private static Optional<LibsqlStatement> read(SqlStatement statement) {
    List<Token> tokens = Tokenizer.beginning(statement.sql(), 8);
    if (tokens.size() < 7 || !tokens.get(0).is("ALTER") || !tokens.get(3).is("ALTER")) {
      return Optional.empty();
    }
    int column = tokens.get(4).is("COLUMN") ? 5 : 4;
    return tokens.size() > column + 2 && tokens.get(column + 1).is("TO")
        ? Optional.of(
            new LibsqlStatement(
                statement,
                tokens.get(2).name(),
                tokens.get(column).name(),
                statement.sql().substring(tokens.get(column + 2).start())))
        : Optional.empty();
  }

  private String letter(Session session) {
    String known =
        "Line %d says ALTER COLUMN … TO …, which is libSQL's (Turso's) own; SQLite does not know it. Nothing was changed."
            .formatted(statement.line());
    return known
        + plain(session)
            .map(sql -> " In plain SQLite, this says the same; put it in its place:\n\n" + sql)
            .orElse(" Say in the schema what the column is to be, and run: whimbrel generate");
  }

  /** The rebuild that makes the same of the table as it is now. */
  private Optional<String> plain(Session session) {
    var normalizer = new SqliteNormalizer();
    Schema before = new SqliteInspector(normalizer).inspect(session);
    Optional<Table> wanted = TableParser.parse("CREATE TABLE t (" + definition + ")");
    return before
        .findTable(ObjectName.of(table))
        .filter(there -> there.findColumn(column).isPresent() && wanted.isPresent())
        .map(there -> changes(there, wanted.orElseThrow()))
        .map(changes -> sql(before, changes));
  }

  private List<Change> changes(Table there, Table wanted) {
    Column now = wanted.columns().getFirst();
    var changes = new ArrayList<Change>();
    if (!now.name().equals(column)) {
      changes.add(new Change.RenameColumn(there.name(), column, now.name()));
    }
    Column was = there.column(column).named(now.name());
    changes.add(new Change.AlterColumn(there.name(), was, now));
    for (Constraint constraint : wanted.constraints()) {
      if (!there.constraints().contains(constraint)) {
        changes.add(new Change.AddConstraint(there.name(), constraint));
      }
    }
    return changes;
  }

  private static String sql(Schema before, List<Change> changes) {
    var planner =
        new Planner(
            new SqliteRenderer(List.of()),
            List.of(new RebuildTables(List.of()), new StandAside(), new DropChildrenFirst()));
    return planner.plan(before, changes).forward().stream()
        .map(each -> each.sql() + ";")
        .collect(Collectors.joining("\n"));
  }
}
