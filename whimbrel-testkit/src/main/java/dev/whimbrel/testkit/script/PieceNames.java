package dev.whimbrel.testkit.script;

import java.util.List;
import java.util.Random;

/** Names for pieces: plain ones, and those that have to be handled with care. */
record PieceNames(Random random) {
  private static final List<String> ODD =
      List.of(
          "Line Item",
          "größen",
          "a\"b",
          "it's",
          "select",
          "order",
          "a.b",
          "表",
          "naïve 😀",
          "$1",
          "1st",
          "UPPER",
          "user",
          "a\\b",
          "semi;colon",
          "--",
          "per%cent",
          "tab\tname",
          "x".repeat(63),
          "ü".repeat(31),
          "/* no */",
          "{}",
          "a,b",
          "\"\"",
          " ");

  /** A name that hardly any other piece has. */
  String name(String family, int number) {
    if (random.nextInt(100) < 65) {
      return family + number;
    }
    String odd = ODD.get(random.nextInt(ODD.size()));
    return odd.length() > 20 || random.nextBoolean() ? odd : odd + number;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
