package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.TableParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why SQLite refused rows: it names the rule, and this adds which rows, how many, and what to do.
 * It looks while the transaction is still open, with everything as it was at that statement.
 */
record Explanation(Session session, List<SqlStatement> statements) {
  private static final int SHOWN = 5;
  private static final Pattern NOT_NULL = failed("NOT NULL", "(.+)\\.(.+?)");
  private static final Pattern UNIQUE = failed("UNIQUE", "(.+?)\\.(.+?)");
  private static final Pattern CHECK = failed("CHECK", "(.+?)");
  private static final Pattern TYPE =
      Pattern.compile("cannot store (\\w+) value in (\\w+) column (.+?)\\.(.+?)\\)?$");

  /** The same refusal with what a person has to know; the old one where there is nothing to add. */
  DatabaseException of(DatabaseException refusal) {
    try {
      return hint(String.valueOf(refusal.getMessage()))
          .map(hint -> with(hint, refusal))
          .orElse(refusal);
    } catch (DatabaseException noAnswer) {
      return refusal;
    }
  }

  private static DatabaseException with(String hint, DatabaseException refusal) {
    return new DatabaseException(
        String.valueOf(refusal.getMessage()),
        refusal.sqlState().orElse(""),
        refusal.position().orElse(0),
        hint,
        refusal);
  }

  private Optional<String> hint(String message) {
    Matcher notNull = NOT_NULL.matcher(message);
    Matcher unique = UNIQUE.matcher(message);
    Matcher type = TYPE.matcher(message);
    Matcher check = CHECK.matcher(message);
    if (notNull.find()) {
      return copy(notNull.group(1)).flatMap(copy -> nulls(copy, notNull.group(2)));
    }
    if (type.find()) {
      return copy(type.group(3)).flatMap(copy -> wrongType(copy, type));
    }
    if (unique.find()) {
      return copy(unique.group(1)).flatMap(copy -> twins(copy, message));
    }
    return check.find()
        ? violated(check.group(1))
        : new AddedColumn(session, statements).hint(message);
  }

  private Optional<String> nulls(Copy copy, String column) {
    String name = Names.quoted(column);
    Optional<String> value = copy.value(column);
    if (value.isEmpty()) {
      return Optional.of(
          "%s would need %s, which no column of the old table holds. Name what fills it: whimbrel generate --fill \"%s.%s=…\", or add it to the SELECT of the migration."
              .formatted(rows(copy, "1"), name, copy.source(), column));
    }
    String where = Names.inExpression(column) + " IS NULL";
    return Optional.of(
        "%s %s NULL in %s, which may not be NULL now%s. Give them a value; or have the migration fill them: whimbrel generate --fill \"%s.%s=…\", or write coalesce(%s, …) into its SELECT."
            .formatted(
                rows(copy, where),
                count(copy, where) == 1 ? "has" : "have",
                name,
                which(copy, where),
                copy.source(),
                column,
                value.get()));
  }

  private Optional<String> violated(String check) {
    for (Copy copy : Copy.in(statements)) {
      Optional<String> condition = condition(copy.table(), check);
      if (condition.isPresent()) {
        String where = "NOT (" + condition.get() + ")";
        return Optional.of(
            "%s would not pass the check %s%s. Mend them, or the check."
                .formatted(rows(copy, where), check, which(copy, where)));
      }
    }
    return Optional.empty();
  }

  /** SQLite names a check by its name, or by its text where it has none. */
  private Optional<String> condition(String table, String check) {
    return session
        .query("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
        .stream()
        .flatMap(row -> TableParser.parse(row.text("sql")).stream())
        .flatMap(read -> read.constraints(Constraint.Check.class))
        .filter(each -> each.name().equals(check) || each.condition().sql().equals(check))
        .map(each -> each.condition().sql())
        .findFirst();
  }

  private Optional<String> twins(Copy copy, String message) {
    String told = message.substring(message.lastIndexOf("failed: ") + 8).replaceFirst("\\)$", "");
    List<String> columns =
        List.of(told.split(", ")).stream()
            .map(each -> each.substring(each.lastIndexOf('.') + 1))
            .map(Names::inExpression)
            .toList();
    String names = String.join(", ", columns);
    long twins =
        number(
            "SELECT count(*) AS n FROM (SELECT 1 FROM (%s) GROUP BY %s HAVING count(*) > 1)"
                .formatted(copy.query(), names));
    return Optional.of(
        "In %s (%s), %d %s there more than once, and may be there only once now. Make them differ, or remove what is twice."
            .formatted(
                Names.quoted(copy.source()), names, twins, twins == 1 ? "value is" : "values are"));
  }

  private Optional<String> wrongType(Copy copy, Matcher type) {
    String where =
        "typeof(%s) = '%s'"
            .formatted(Names.inExpression(type.group(4)), type.group(1).toLowerCase(Locale.ROOT));
    return Optional.of(
        "The table is STRICT, and %s would bring %s into %s, which is %s%s. Mend those values, or declare the column ANY."
            .formatted(
                rows(copy, where),
                type.group(1),
                Names.quoted(type.group(4)),
                type.group(2),
                which(copy, where)));
  }

  private Optional<Copy> copy(String table) {
    return Copy.in(statements).stream()
        .filter(copy -> copy.table().equalsIgnoreCase(table))
        .findFirst();
  }

  private String rows(Copy copy, String where) {
    long count = count(copy, where);
    return "%d %s of %s".formatted(count, count == 1 ? "row" : "rows", Names.quoted(copy.source()));
  }

  private long count(Copy copy, String where) {
    return number("SELECT count(*) AS n FROM (%s) WHERE %s".formatted(copy.query(), where));
  }

  /** Some of the rows by what they hold first, which is most often their key. */
  private String which(Copy copy, String where) {
    String first = "\"" + copy.columns().getFirst().replace("\"", "\"\"") + "\"";
    List<Row> rows =
        session.query(
            "SELECT %s AS k FROM (%s) WHERE %s LIMIT %d"
                .formatted(first, copy.query(), where, SHOWN));
    return rows.stream()
        .map(row -> row.find("k").orElse("NULL"))
        .collect(Collectors.joining(", ", " (" + copy.columns().getFirst() + " ", ")"));
  }

  private long number(String query) {
    return session.query(query).getFirst().number("n");
  }

  private static Pattern failed(String rule, String what) {
    return Pattern.compile(rule + " constraint failed: " + what + "(?:, .*)?\\)?$");
  }
}
