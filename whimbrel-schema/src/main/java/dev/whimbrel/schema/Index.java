package dev.whimbrel.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param method how it is built, such as {@code gin}; absent is the database's default
 * @param parts what it is sorted by, in order
 * @param include further columns that it carries along
 * @param where the condition of a partial index
 * @param with storage parameters in the database's own words, without parentheses
 */
public record Index(
    String name,
    boolean unique,
    Optional<String> method,
    List<Part> parts,
    List<String> include,
    boolean nullsNotDistinct,
    Optional<Expression> where,
    Optional<String> with) {
  public Index {
    parts = List.copyOf(parts);
    include = List.copyOf(include);
  }

  /** A plain index over columns. */
  public static Index of(String name, boolean unique, List<String> columns) {
    return new Index(
        name,
        unique,
        Optional.empty(),
        columns.stream().map(Part::column).toList(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The columns that are parts of it as they are, not within an expression. */
  public List<String> columns() {
    return parts.stream().filter(part -> !part.expression()).map(Part::text).toList();
  }

  public Index named(String other) {
    return new Index(other, unique, method, parts, include, nullsNotDistinct, where, with);
  }

  Index afterRename(String from, String to) {
    return new Index(
        name,
        unique,
        method,
        parts.stream().map(part -> part.afterRename(from, to)).toList(),
        Names.renamed(include, from, to),
        nullsNotDistinct,
        where.map(condition -> condition.renamed(from, to)),
        with);
  }

  /** Where nulls go in the order of an index. */
  public enum Nulls {
    FIRST,
    LAST
  }

  /**
   * One thing that an index is sorted by.
   *
   * @param text the name of a column, or an expression
   * @param nulls where nulls go, if not where the database puts them
   */
  public record Part(
      String text,
      boolean expression,
      boolean descending,
      Optional<Nulls> nulls,
      Optional<String> collation,
      Optional<String> operatorClass) {
    /** A column, ascending. */
    public static Part column(String name) {
      return new Part(name, false, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An expression, ascending. */
    public static Part expression(String sql) {
      return new Part(sql, true, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Part afterRename(String from, String to) {
      String renamed =
          expression ? new IdentifierRename(from, to).in(text) : text.equals(from) ? to : text;
      return new Part(renamed, expression, descending, nulls, collation, operatorClass);
    }
  }
}
