package dev.whimbrel.postgres.dsl;

/** A text as an SQL literal. */
record SqlText(String text) {
  static String quoted(String text) {
    return new SqlText(text).toString();
  }

  @Override
  public String toString() {
    return "'" + text.replace("'", "''") + "'";
  }
}
