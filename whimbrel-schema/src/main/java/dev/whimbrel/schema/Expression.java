package dev.whimbrel.schema;

/** An SQL expression as text, such as a default or the condition of a check. */
public record Expression(String sql) {
  /**
   * The same expression after a column got another name, as the database itself would rewrite it.
   */
  public Expression renamed(String from, String to) {
    return new Expression(new IdentifierRename(from, to).in(sql));
  }

  @Override
  public String toString() {
    return sql;
  }
}
