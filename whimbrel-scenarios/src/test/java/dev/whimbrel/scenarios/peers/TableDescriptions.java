package dev.whimbrel.scenarios.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What psql's {@code \d} says of some tables, one after the other.
 *
 * @param text as psql prints it, in its usual form
 */
record TableDescriptions(String text) {
  private static final Pattern HEAD = Pattern.compile("(?m)^ *Table \"([^\".]+)\\.([^\"]+)\" *$");
  private static final Pattern SERIAL = Pattern.compile("nextval\\('.*_seq'::regclass\\)");
  private static final Pattern NAMED = Pattern.compile("^    (\"[^\"]+\") (.*)$");
  private static final Pattern KEY =
      Pattern.compile("(PRIMARY KEY|UNIQUE CONSTRAINT), btree (\\(.*?\\))(.*)");

  static boolean is(String text) {
    return HEAD.matcher(text).find();
  }

  /** The statements that make tables of which psql says the same. */
  String sql() {
    var tables = new ArrayList<String>();
    var rest = new ArrayList<String>();
    for (MatchResult head : HEAD.matcher(text).results().toList()) {
      String table = name(head);
      List<String> lines = text.substring(head.end()).lines().skip(1).toList();
      tables.add("CREATE TABLE " + table + " (" + String.join(", ", columns(lines)) + ")");
      rest.addAll(additions(table, lines));
    }
    return Stream.concat(tables.stream(), rest.stream())
        .reduce("", (all, one) -> all + one + ";\n");
  }

  /** The schemas that the tables lie in. */
  List<String> schemas() {
    return HEAD.matcher(text).results().map(head -> head.group(1)).distinct().toList();
  }

  /** Their names, with the schemas. */
  List<String> tables() {
    return HEAD.matcher(text).results().map(TableDescriptions::name).toList();
  }

  private static String name(MatchResult head) {
    return head.group(1) + "." + head.group(2);
  }

  /** The same without what is blank, for how far psql moves a heading in changes. */
  String plain() {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static List<String> columns(List<String> lines) {
    return lines.stream()
        .skip(2)
        .takeWhile(line -> line.startsWith(" ") && line.contains("|"))
        .map(line -> column(line.split("\\|", 5)))
        .toList();
  }

  private static String column(String[] cells) {
    String name = "\"" + cells[0].strip() + "\"";
    String collation = cells[2].isBlank() ? "" : " COLLATE \"" + cells[2].strip() + "\"";
    String required = cells[3].isBlank() ? "" : " NOT NULL";
    String said = cells[4].strip();
    return SERIAL.matcher(said).matches()
        ? name + " " + serial(cells[1].strip()) + required
        : name + " " + cells[1].strip() + collation + required + value(said);
  }

  private static String serial(String type) {
    return switch (type) {
      case "smallint" -> "smallserial";
      case "bigint" -> "bigserial";
      default -> "serial";
    };
  }

  private static String value(String said) {
    return said.isEmpty() || said.startsWith("generated ") ? " " + said : " DEFAULT " + said;
  }

  /** What stands below the columns of the first table, up to the next. */
  private static List<String> additions(String table, List<String> lines) {
    var additions = new ArrayList<String>();
    String section = "";
    for (String line : lines.stream().takeWhile(line -> !HEAD.matcher(line).matches()).toList()) {
      section = line.endsWith(":") ? line : section;
      var named = NAMED.matcher(line);
      if (named.matches() && !section.startsWith("Referenced by")) {
        additions.add(addition(table, named.group(1), named.group(2)));
      }
    }
    return additions;
  }

  private static String addition(String table, String name, String said) {
    var key = KEY.matcher(said);
    if (key.matches()) {
      boolean alike = key.group(3).contains(" NULLS NOT DISTINCT");
      return "ALTER TABLE %s ADD CONSTRAINT %s %s%s %s%s"
          .formatted(
              table,
              name,
              key.group(1).replace(" CONSTRAINT", ""),
              alike ? " NULLS NOT DISTINCT" : "",
              key.group(2),
              key.group(3).replace(" NULLS NOT DISTINCT", ""));
    }
    if (said.startsWith("CHECK ")
        || said.startsWith("FOREIGN KEY ")
        || said.startsWith("EXCLUDE ")) {
      return "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(table, name, said);
    }
    boolean unique = said.startsWith("UNIQUE, ");
    return "CREATE %sINDEX %s ON %s USING %s"
        .formatted(unique ? "UNIQUE " : "", name, table, said.replaceFirst("^UNIQUE, ", ""));
  }
}
