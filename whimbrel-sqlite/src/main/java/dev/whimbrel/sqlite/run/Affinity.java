package dev.whimbrel.sqlite.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What SQLite makes of the values that go into a column, by the words of its type. */
enum Affinity {
  TEXT,
  NUMERIC,
  INTEGER,
  REAL,
  /** Values stay as they are. */
  BLOB;

  /** The affinity of a declared type; in a strict table, ANY leaves values alone. */
  static Affinity of(String declared, boolean strict) {
    String words = declared.toUpperCase(Locale.ROOT);
    if (words.contains("INT")) {
      return INTEGER;
    }
    if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(words::contains)) {
      return TEXT;
    }
    if (words.isBlank() || words.contains("BLOB") || (strict && words.equals("ANY"))) {
      return BLOB;
    }
    return Stream.of("REAL", "FLOA", "DOUB").anyMatch(words::contains) ? REAL : NUMERIC;
  }

  /**
   * The condition on values of a column of this affinity that become others in a column of that
   * one, not to be had back; empty where there are none.
   *
   * @param column its name as it stands in SQL
   */
  Optional<String> altered(Affinity to, String column) {
    boolean texts = this == TEXT || this == BLOB;
    String condition =
        switch (to) {
          case TEXT -> this == TEXT ? "" : real(column);
          case INTEGER, NUMERIC -> texts ? number(column) : "";
          case REAL -> this == REAL ? "" : this == TEXT ? realNumber(column) : whole(column, texts);
          case BLOB -> "";
        };
    return Optional.of(condition).filter(sql -> !sql.isEmpty());
  }

  /** What a value becomes in a column of this affinity, as SQL. */
  String cast(String column) {
    return "CAST(" + column + " AS " + (this == INTEGER ? NUMERIC : this) + ")";
  }

  /** A number with more digits than its text would have. */
  private static String real(String column) {
    return "typeof(%1$s) = 'real' AND CAST(CAST(%1$s AS TEXT) AS REAL) <> %1$s".formatted(column);
  }

  /** A text that is a number, but not as SQLite writes it. */
  private static String number(String column) {
    return "typeof(%1$s) = 'text' AND CAST(%1$s AS NUMERIC) = %1$s AND CAST(CAST(%1$s AS NUMERIC) AS TEXT) <> %1$s COLLATE BINARY"
        .formatted(column);
  }

  private static String realNumber(String column) {
    return "%2$s AND CAST(CAST(%1$s AS REAL) AS TEXT) <> %1$s COLLATE BINARY"
        .formatted(column, number(column));
  }

  /** A whole number that is too large to be a real one. */
  private static String whole(String column, boolean texts) {
    String whole = "typeof(%1$s) = 'integer' AND CAST(%1$s AS REAL) <> %1$s".formatted(column);
    return texts ? whole + " OR " + realNumber(column) : whole;
  }
}
