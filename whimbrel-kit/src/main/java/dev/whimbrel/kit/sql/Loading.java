package dev.whimbrel.kit.sql;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.kit.source.SchemaSourceException;
import dev.whimbrel.review.sql.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the statements of a schema in an empty database. What fails because something is not there
 * yet is tried again once more is there, for as long as that helps.
 */
record Loading(Session session, Dialect dialect) {
  private static final int SHOWN = 5;

  /** Each statement stands for itself here, or one that comes too early would undo the others. */
  private static final Set<String> TRANSACTIONS =
      Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");

  /** A statement, where it stands, and what the database has against it. */
  private record Refused(SqlFile file, SqlStatement statement, DatabaseException cause) {
    String told() {
      return "%s, line %d: %s"
          .formatted(file.path(), statement.line(), String.valueOf(cause.getMessage()).strip());
    }
  }

  void load(List<SqlFile> files) {
    var refused = new ArrayList<Refused>();
    for (SqlFile file : files) {
      dialect.splitter().split(file.text()).stream()
          .filter(this::makesSchema)
          .forEach(statement -> attempt(file, permitted(file, statement), refused));
    }
    while (!refused.isEmpty()) {
      List<Refused> before = List.copyOf(refused);
      refused.clear();
      before.forEach(each -> attempt(each.file(), each.statement(), refused));
      if (refused.size() == before.size()) {
        throw new SchemaSourceException(letter(refused), refused.getFirst().cause());
      }
    }
  }

  /** What is for the server itself, and no transaction nor a line for a shell. */
  private boolean makesSchema(SqlStatement statement) {
    return countsAlone(statement) && !dialect.statementRules().idle(statement);
  }

  private SqlStatement permitted(SqlFile file, SqlStatement statement) {
    if (dialect.statementRules().mode(statement) instanceof Mode.Refused(var why)) {
      throw new SchemaSourceException(
          "%s, line %d: %s%n%s".formatted(file.path(), statement.line(), statement.sql(), why));
    }
    dialect.nameLimit().ifPresent(limit -> refuseCut(file, statement, limit));
    return statement;
  }

  private static void refuseCut(SqlFile file, SqlStatement statement, int limit) {
    List<String> cut = StatementReader.namesLongerThan(limit, statement.sql());
    if (!cut.isEmpty()) {
      throw new SchemaSourceException(
          ("%s, line %d: the name \"%s\" is too long: the database keeps %d bytes of it and drops the"
                  + " rest silently, so that two such names may become one. Choose a shorter one."
                  + " Nothing was written.")
              .formatted(file.path(), statement.line(), cut.getFirst(), limit));
    }
  }

  private void attempt(SqlFile file, SqlStatement statement, List<Refused> refused) {
    try {
      session.execute(statement.sql());
    } catch (DatabaseException cause) {
      if (dialect.supplies(cause, session)) {
        attempt(file, statement, refused);
      } else {
        refuseWithoutExtension(file, statement, cause);
        refused.add(new Refused(file, statement, cause));
      }
    }
  }

  private void refuseWithoutExtension(
      SqlFile file, SqlStatement statement, DatabaseException cause) {
    dialect
        .missingExtension(cause)
        .ifPresent(extension -> {
          throw new SchemaSourceException(
              """
              %s, line %d: %s
              The schema is tried on a server of Whimbrel's own, and that lacks the extension %s.
              Name a server that has it, on which databases may be made, in whimbrel.yaml:
              scratch:
                url: postgresql://user:password@host/postgres\
              """
                  .formatted(file.path(), statement.line(), statement.sql(), extension),
              cause);
        });
  }

  private static boolean countsAlone(SqlStatement statement) {
    String first = statement.sql().split("\\W", 2)[0];
    return !TRANSACTIONS.contains(first.toUpperCase(Locale.ROOT));
  }

  private static String letter(List<Refused> refused) {
    String shown =
        refused.stream().limit(SHOWN).map(Refused::told).collect(Collectors.joining("\n"));
    String more = refused.size() > SHOWN ? "\nand " + (refused.size() - SHOWN) + " more" : "";
    return "The schema is SQL that the database does not take:\n"
        + shown
        + more
        + Circle.among(refused.stream().map(each -> each.statement().sql()).toList())
            .map(circle -> "\n" + circle.told())
            .orElse("")
        + "\nIt was tried in an empty database, in every order that helps. Mend the file.";
  }
}
