package dev.whimbrel.postgres.spell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A domain as the inspector spells it: a line each for its default, for null, for constraints. */
record DomainText(
    String head, Optional<String> value, boolean required, Map<String, String> constraints) {
  private static final String CREATE = "CREATE DOMAIN ";
  private static final String DEFAULT = "DEFAULT ";
  private static final String CONSTRAINT = "CONSTRAINT ";
  private static final String NOT_NULL = "NOT NULL";

  /** What turns one into the other while columns of the domain stay, if that can be said. */
  static Optional<String> change(String from, String to) {
    return read(from).flatMap(old -> read(to).flatMap(old::into));
  }

  private static Optional<DomainText> read(String sql) {
    String[] statements = sql.split(";\nALTER DOMAIN ");
    String[] lines = statements[0].split("\n\t");
    if (!lines[0].startsWith(CREATE) || lines[0].contains("\n")) {
      return Optional.empty();
    }
    Optional<String> value = Optional.empty();
    boolean required = false;
    var constraints = new LinkedHashMap<String, String>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      if (line.startsWith(DEFAULT)) {
        value = Optional.of(line.substring(DEFAULT.length()));
      } else if (line.equals(NOT_NULL)) {
        required = true;
      } else {
        note(line, constraints);
      }
    }
    for (String more : List.of(statements).subList(1, statements.length)) {
      note(more.substring(more.indexOf(" ADD ") + " ADD ".length()), constraints);
    }
    return Optional.of(new DomainText(lines[0], value, required, constraints));
  }

  private static void note(String line, Map<String, String> constraints) {
    String words = line.substring(CONSTRAINT.length());
    int end = words.startsWith("\"") ? words.indexOf("\" ", 1) + 1 : words.indexOf(' ');
    constraints.put(words.substring(0, end), words);
  }

  private Optional<String> into(DomainText wanted) {
    if (!head.equals(wanted.head)) {
      return Optional.empty();
    }
    var words = new ArrayList<String>();
    constraints.forEach((name, said) -> {
      if (!said.equals(wanted.constraints.get(name))) {
        words.add("DROP CONSTRAINT " + name);
      }
    });
    if (!value.equals(wanted.value)) {
      words.add(wanted.value.map(each -> "SET DEFAULT " + each).orElse("DROP DEFAULT"));
    }
    if (required != wanted.required) {
      words.add(wanted.required ? "SET NOT NULL" : "DROP NOT NULL");
    }
    wanted.constraints.forEach((name, said) -> {
      if (!said.equals(constraints.get(name))) {
        words.add("ADD CONSTRAINT " + said);
      }
    });
    String alter = "ALTER DOMAIN " + head.substring(CREATE.length(), head.indexOf(" AS ")) + " ";
    return Optional.of(alter + String.join(";\n" + alter, words));
  }
}
