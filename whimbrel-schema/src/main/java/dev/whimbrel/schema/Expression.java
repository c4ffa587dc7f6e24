package dev.whimbrel.schema;

import java.util.Set;

/** An SQL expression as text, such as a default or the condition of a check. */
public record Expression(String sql) {
  /**
   * The same expression after a column got another name, as the database itself would rewrite it.
   */
  public Expression renamed(String from, String to) {
    return new Expression(new IdentifierRename(from, to).in(sql));
  }

  /** The names in it, of columns or of anything else that is not called. */
  public Set<String> identifiers() {
    return IdentifierRename.identifiers(sql);
  }

  @Override
  public String toString() {
    return sql;
  }
}
