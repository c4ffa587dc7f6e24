package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import java.util.stream.Collectors;

/** {@code CREATE INDEX} in all its parts. */
final class IndexSql {
  private IndexSql() {}

  static String create(ObjectName table, Index index) {
    return create(table, index, "");
  }

  /** The same, while others write. */
  static String createConcurrently(ObjectName table, Index index) {
    return create(table, index, "CONCURRENTLY ");
  }

  private static String create(ObjectName table, Index index, String how) {
    var sql = new StringBuilder("CREATE ");
    sql.append(index.unique() ? "UNIQUE INDEX " : "INDEX ").append(how);
    sql.append(quoted(index.name()));
    sql.append(" ON ").append(quoted(table));
    index.method().ifPresent(method -> sql.append(" USING ").append(method));
    sql.append(
        index.parts().stream().map(IndexSql::part).collect(Collectors.joining(",", " (", ")")));
    if (!index.include().isEmpty()) {
      sql.append(" INCLUDE (").append(ConstraintSql.list(index.include())).append(")");
    }
    if (index.nullsNotDistinct()) {
      sql.append(" NULLS NOT DISTINCT");
    }
    index.with().ifPresent(parameters -> sql.append(" WITH (").append(parameters).append(")"));
    index.where().ifPresent(where -> sql.append(" WHERE ").append(Text.unwrapped(where.sql())));
    return sql.toString();
  }

  private static String part(Index.Part part) {
    var sql = new StringBuilder(part.expression() ? expression(part.text()) : quoted(part.text()));
    part.collation().ifPresent(name -> sql.append(" COLLATE ").append(Identifier.collation(name)));
    part.operatorClass().ifPresent(name -> sql.append(' ').append(name));
    if (part.descending()) {
      sql.append(" DESC");
    }
    part.nulls().ifPresent(nulls -> sql.append(" NULLS ").append(nulls));
    return sql.toString();
  }

  private static String expression(String text) {
    String bare = Text.unwrapped(text);
    return Text.call(bare) ? bare : "(" + bare + ")";
  }
}
