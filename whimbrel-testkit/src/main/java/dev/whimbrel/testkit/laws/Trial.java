package dev.whimbrel.testkit.laws;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A dialect at work on one database. */
public record Trial(Dialect dialect, TestDatabase database) implements AutoCloseable {
  /** The schema in normal form, from which plans are made. */
  public Schema normal(Schema schema) {
    return dialect.normalizer().normalize(schema);
  }

  /** The schema as the database itself spells it, which has to be empty still. */
  public Schema spelled(Schema schema) {
    try {
      return dialect.normalizerOn(database.session()).normalize(schema);
    } catch (DatabaseException refusal) {
      throw new Unmakeable(refusal);
    }
  }

  /** The database does not take the schema of an example. */
  static final class Unmakeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmakeable(Throwable refusal) {
      super(refusal.getMessage(), refusal);
    }
  }

  /** The database does not take a statement that we made. */
  static final class Refused extends AssertionError {
    private static final long serialVersionUID = 1L;

    Refused(Statement statement, DatabaseException refusal) {
      super(refusal.getMessage() + "\n  in " + statement.sql(), refusal);
    }
  }

  /** The plan between two schemas in normal form. */
  public Plan plan(Schema from, Schema to, RenameResolver renames) {
    return dialect.planner().plan(from, new Differ(renames).diff(from, to));
  }

  /** The plan between two schemas in normal form in which nothing is renamed. */
  public Plan plan(Schema from, Schema to) {
    return plan(from, to, RenameResolver.none());
  }

  /** Makes in the empty database what an example starts from. */
  public void make(Schema schema) {
    try {
      run(plan(Schema.empty(), schema).forward());
    } catch (Refused refused) {
      throw new Unmakeable(refused);
    }
  }

  /** Runs statements as the migration runner does. */
  public void run(List<Statement> statements) {
    run(database.session(), statements);
  }

  /** Runs statements on a session to this database. */
  public void run(Session session, List<Statement> statements) {
    var together = new ArrayList<Statement>();
    for (Statement statement : statements) {
      if (statement.transaction() == Statement.Transaction.OUTSIDE) {
        frame(session, together);
        together.clear();
        execute(session, statement);
      } else {
        together.add(statement);
      }
    }
    frame(session, together);
  }

  private void frame(Session session, List<Statement> statements) {
    if (!statements.isEmpty()) {
      var framed = List.copyOf(statements);
      List<SqlStatement> script =
          framed.stream().map(statement -> new SqlStatement(statement.sql(), 1)).toList();
      dialect.frame().run(session, script, () -> framed.forEach(each -> execute(session, each)));
    }
  }

  private static void execute(Session session, Statement statement) {
    try {
      session.execute(statement.sql());
    } catch (DatabaseException refusal) {
      throw new Refused(statement, refusal);
    }
  }

  public Schema seen() {
    return dialect.inspector().inspect(database.session());
  }

  /** Whether the database has this schema, whatever the order of columns. */
  public boolean has(Schema schema) {
    return seen().essence().equals(schema.essence());
  }

  /** Fails unless the database has this schema, whatever the order of columns. */
  public void expect(Schema schema, List<Statement> done) {
    Schema wanted = schema.essence();
    Schema seen = seen().essence();
    if (!seen.equals(wanted)) {
      throw new AssertionError(
          "What is there is not what was wanted.\n-- wanted --\n%s\n-- there --\n%s\n-- done --\n%s"
              .formatted(Notation.print(wanted), Notation.print(seen), sql(done)));
    }
  }

  /** Fails unless the columns of each table stand in the order that was asked for. */
  public void expectColumnOrder(Schema schema) {
    Schema seen = seen();
    for (Table table : schema.tables().toList()) {
      List<String> there = names(seen.table(table.name()));
      if (!there.equals(names(table))) {
        throw new AssertionError("The columns of " + table.name() + " stand as " + there);
      }
    }
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** Statements as a script. */
  public static String sql(List<Statement> statements) {
    return statements.stream()
        .map(statement -> statement.sql() + ";\n")
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    database.close();
  }
}
