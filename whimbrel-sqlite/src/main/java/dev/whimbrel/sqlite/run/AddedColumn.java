package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.sqlite.parse.Names;
import dev.whimbrel.sqlite.parse.Token;
import dev.whimbrel.sqlite.parse.Tokenizer;
import java.util.List;
import java.util.Optional;

/** Why SQLite does not add a column that may not be null to a table with rows. */
record AddedColumn(Session session, List<SqlStatement> statements) {
  Optional<String> hint(String message) {
    return message.contains("Cannot add a NOT NULL column with default value NULL")
        ? statements.stream()
            .map(each -> Tokenizer.tokens(each.sql()))
            .filter(AddedColumn::adds)
            .filter(this::stillToCome)
            .findFirst()
            .map(this::hint)
        : Optional.empty();
  }

  private String hint(List<Token> tokens) {
    String table = tokens.get(2).name();
    long rows =
        session.query("SELECT count(*) AS n FROM " + Names.quoted(table)).getFirst().number("n");
    return "%d %s of %s would have no %s. Give the column a default; or name what fills it: whimbrel generate --fill \"%s.%s=…\""
        .formatted(
            rows,
            rows == 1 ? "row" : "rows",
            Names.quoted(table),
            Names.quoted(column(tokens)),
            table,
            column(tokens));
  }

  private boolean stillToCome(List<Token> tokens) {
    return session
        .query(
            "SELECT 1 AS one FROM pragma_table_xinfo(?) WHERE name = ? COLLATE NOCASE",
            tokens.get(2).name(),
            column(tokens))
        .isEmpty();
  }

  private static boolean adds(List<Token> tokens) {
    return tokens.size() > 5
        && tokens.get(0).is("ALTER")
        && tokens.get(3).is("ADD")
        && tokens.stream().anyMatch(token -> token.is("NULL"));
  }

  private static String column(List<Token> tokens) {
    return tokens.get(tokens.get(4).is("COLUMN") ? 5 : 4).name();
  }
}
