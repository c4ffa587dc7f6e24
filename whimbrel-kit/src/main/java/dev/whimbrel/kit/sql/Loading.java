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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the statements of a schema in an empty database. What fails because something is not there
 * yet is tried again once more is there, for as long as that helps.
 */
record Loading(Session session, Dialect dialect, SessionSettings settings) {
  private static final int SHOWN = 5;
  private static final Pattern VARIABLE = Pattern.compile("at or near \":");

  /** Each statement stands for itself here, or one that comes too early would undo the others. */
  private static final Set<String> TRANSACTIONS =
      Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");

  Loading(Session session, Dialect dialect) {
    this(session, dialect, new SessionSettings(session, dialect));
  }

  /** A statement, where it stands, and what the database has against it. */
  private record Refused(
      SqlFile file, SqlStatement statement, List<SqlStatement> settings, DatabaseException cause) {
    String told() {
      String said = String.valueOf(cause.getMessage()).strip();
      String shell =
          VARIABLE.matcher(said).find()
              ? "\n  (a variable of psql, which the server does not know: write what it stands for)"
              : "";
      return "%s, line %d: %s%s".formatted(file.path(), statement.line(), said, shell);
    }
  }

  void load(List<SqlFile> files) {
    var refused = new ArrayList<Refused>();
    for (SqlFile file : files) {
      load(file, refused);
    }
    while (!refused.isEmpty()) {
      List<Refused> before = List.copyOf(refused);
      refused.clear();
      before.forEach(each -> attempt(each.file(), each.statement(), each.settings(), refused));
      if (refused.size() == before.size()) {
        throw new SchemaSourceException(letter(refused), refused.getFirst().cause());
      }
    }
    settings.make(List.of());
  }

  private void load(SqlFile file, List<Refused> refused) {
    List<SqlStatement> settings = List.of();
    for (SqlStatement statement : dialect.splitter().split(file.text())) {
      if (makesSchema(statement)) {
        SqlStatement permitted = permitted(file, statement);
        if (dialect.statementRules().mode(permitted) instanceof Mode.Setting) {
          settings = Stream.concat(settings.stream(), Stream.of(permitted)).toList();
        } else {
          attempt(file, permitted, settings, refused);
        }
      }
    }
  }

  /** What is for the server itself, and no transaction, no rows, nor a line for a shell. */
  private boolean makesSchema(SqlStatement statement) {
    return countsAlone(statement)
        && statement.rows().isEmpty()
        && !dialect.statementRules().idle(statement);
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

  private void attempt(
      SqlFile file, SqlStatement statement, List<SqlStatement> under, List<Refused> refused) {
    try {
      settings.make(under);
      session.execute(statement.sql());
    } catch (DatabaseException cause) {
      if (dialect.supplies(String.valueOf(cause.getMessage()), session)) {
        attempt(file, statement, under, refused);
      } else {
        refuseWithoutExtension(file, statement, cause);
        refused.add(new Refused(file, statement, under, cause));
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
