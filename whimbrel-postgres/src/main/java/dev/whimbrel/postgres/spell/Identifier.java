package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names as PostgreSQL keeps and writes them. */
public final class Identifier {
  /** The namespace that an empty one stands for. */
  public static final String DEFAULT_NAMESPACE = "public";

  private static final int LIMIT = 63;
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** A name in quotes with its namespace, which is in quotes too. */
  private static final Pattern QUALIFIED = Pattern.compile("\"([^\"]|\"\")+\"\\.\"([^\"]|\"\")+\"");

  private Identifier() {}

  /** The name in quotes. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The name in quotes, with its namespace unless that is the default one. */
  public static String quoted(ObjectName name) {
    return name.namespace().isEmpty()
        ? quoted(name.name())
        : quoted(name.namespace()) + "." + quoted(name.name());
  }

  /** The collation of a column or an index, as {@code COLLATE} has it. */
  public static String collation(String name) {
    return QUALIFIED.matcher(name).matches() ? name : quoted(name);
  }

  /** Whether the name stands for itself without quotes. */
  public static boolean plain(String name) {
    return PLAIN.matcher(name).matches() && !Keywords.QUOTED.contains(name);
  }

  /** What is left of a name that is longer than 63 bytes; no character is cut in two. */
  public static String cut(String name) {
    return cut(name, LIMIT);
  }

  /**
   * The name of what is set aside for a while. What is longer than a name may be is told apart by a
   * number in front, for the ends of long names are where they differ.
   */
  public static String aside(String name) {
    String whole = "whimbrel_old_" + name;
    return bytes(whole) <= LIMIT
        ? whole
        : cut("whimbrel_old_" + Integer.toHexString(name.hashCode()) + "_" + name);
  }

  /** The name that PostgreSQL gives to a primary key that has none. */
  public static String primaryKey(String table) {
    return joined(table, "", "pkey");
  }

  /** The name that PostgreSQL gives to the sequence behind a {@code serial} or identity column. */
  public static ObjectName sequence(ObjectName table, String column) {
    return table.sibling(joined(table.name(), column, "seq"));
  }

  /** A name as PostgreSQL makes one of up to three parts, cutting the longer of the first two. */
  public static String joined(String table, String column, String label) {
    String middle = column.isEmpty() ? "" : "_";
    int room = LIMIT - label.length() - 1 - middle.length();
    int first = bytes(table);
    int second = bytes(column);
    while (first + second > room) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    return cut(table, first) + middle + cut(column, second) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String cut(String name, int limit) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= limit) {
      return name;
    }
    int end = limit;
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
