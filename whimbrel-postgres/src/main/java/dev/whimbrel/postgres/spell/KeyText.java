package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A primary key or a unique constraint, whether it is understood or carried in words.
 *
 * @param included columns that it only carries along
 */
public record KeyText(boolean primary, List<String> columns, List<String> included) {
  private static final Pattern WORDS =
      Pattern.compile(
          "^(PRIMARY KEY|UNIQUE)[^(]*"
              + NameList.IN_PARENTHESES
              + "(?: INCLUDE "
              + NameList.IN_PARENTHESES
              + ")?.*");

  public KeyText {
    columns = List.copyOf(columns);
    included = List.copyOf(included);
  }

  public static Optional<KeyText> of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> Optional.of(new KeyText(true, key.columns(), List.of()));
      case Constraint.Unique key -> Optional.of(new KeyText(false, key.columns(), List.of()));
      case Constraint.Verbatim(var name, var words) ->
          WORDS
              .matcher(words)
              .results()
              .findFirst()
              .map(key ->
                  new KeyText(
                      key.group(1).equals("PRIMARY KEY"),
                      NameList.read(key.group(2)),
                      NameList.read(key.group(3))));
      default -> Optional.empty();
    };
  }

  /** The name that PostgreSQL gives to it in a table. */
  public String usualName(String table) {
    var all = new ArrayList<>(columns);
    all.addAll(included);
    return primary
        ? Identifier.primaryKey(table)
        : Identifier.joined(table, String.join("_", all), "key");
  }
}
