package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Table;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.TableParser;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values that a rebuild would turn into others without a word, since their column gets another
 * type: in a column of integers, {@code '007'} is 7. Where the script updates the table before
 * that, somebody has looked at them.
 */
record AlteredValues(Session session, List<SqlStatement> statements) {
  private static final int SHOWN = 5;

  /** Throws a letter if there are any; looks before anything is done. */
  void refuse(RebuiltTable rebuilt) {
    if (!updated(rebuilt)) {
      for (Copy copy : Copy.in(statements)) {
        if (is(copy.table(), rebuilt.fresh()) && is(copy.source(), rebuilt.name())) {
          table(rebuilt.fresh()).ifPresent(fresh -> refuse(rebuilt, copy, fresh));
        }
      }
    }
  }

  private void refuse(RebuiltTable rebuilt, Copy copy, Table fresh) {
    Optional<Table> old = old(rebuilt);
    for (Column now : fresh.columns()) {
      copy.value(now.name())
          .map(Tokenizer::tokens)
          .filter(value -> value.size() == 1 && value.getFirst().isName())
          .flatMap(value -> old.flatMap(table -> column(table, value.getFirst().name())))
          .ifPresent(
              was -> refuse(rebuilt, was, affinity(old.orElseThrow(), was), affinity(fresh, now)));
    }
  }

  private void refuse(RebuiltTable rebuilt, Column was, Affinity from, Affinity to) {
    String column = Names.quoted(was.name());
    from.altered(to, column)
        .ifPresent(condition -> {
          String where = " FROM " + Names.quoted(rebuilt.first()) + " WHERE " + condition;
          long count = session.query("SELECT count(*) AS n" + where).getFirst().number("n");
          if (count > 0) {
            throw new IllegalStateException(letter(rebuilt, was, to, count, where));
          }
        });
  }

  private String letter(RebuiltTable rebuilt, Column was, Affinity to, long count, String where) {
    String column = Names.quoted(was.name());
    String some =
        session
            .query(
                "SELECT quote(%s) AS was, quote(%s) AS now%s LIMIT %d"
                    .formatted(column, to.cast(column), where, SHOWN))
            .stream()
            .map(AlteredValues::change)
            .collect(Collectors.joining("; "));
    return "%d %s of %s.%s would become %s, since the column gets another type: %s. Nothing was changed. Keep the type, or mend the values; if that is what they are to become, say so before the table is built anew: UPDATE %s SET %s = %s%s"
        .formatted(
            count,
            count == 1 ? "value" : "values",
            rebuilt.first(),
            was.name(),
            count == 1 ? "another" : "others",
            some,
            Names.quoted(rebuilt.first()),
            column,
            to.cast(column),
            where.substring(where.indexOf(" WHERE ")));
  }

  private static String change(Row row) {
    return row.text("was") + " would be " + row.text("now");
  }

  private boolean updated(RebuiltTable rebuilt) {
    return statements.stream()
        .limit(rebuilt.drop())
        .map(each -> Tokenizer.tokens(each.sql()))
        .filter(tokens -> tokens.getFirst().is("UPDATE"))
        .anyMatch(tokens ->
            tokens.stream()
                .anyMatch(token ->
                    is(token.name(), rebuilt.first()) || is(token.name(), rebuilt.name())));
  }

  /** The table as it is now. */
  private Optional<Table> old(RebuiltTable rebuilt) {
    return session
        .query(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE",
            rebuilt.first())
        .stream()
        .flatMap(row -> TableParser.parse(row.text("sql")).stream())
        .findFirst();
  }

  /** A table that the script makes. */
  private Optional<Table> table(String name) {
    return statements.stream()
        .map(SqlStatement::sql)
        .filter(AlteredValues::makes)
        .flatMap(sql -> TableParser.parse(sql).stream())
        .filter(table -> is(table.name().name(), name))
        .findFirst();
  }

  private static boolean makes(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    return tokens.size() > 2 && tokens.get(0).is("CREATE") && tokens.get(1).is("TABLE");
  }

  private static Optional<Column> column(Table table, String name) {
    return table.columns().stream().filter(each -> is(each.name(), name)).findFirst();
  }

  private static Affinity affinity(Table table, Column column) {
    String words = column.type() instanceof DataType.Native(var sql) ? sql : "";
    return Affinity.of(words, table.options().contains("STRICT"));
  }

  private static boolean is(String one, String other) {
    return one.equalsIgnoreCase(other);
  }
}
