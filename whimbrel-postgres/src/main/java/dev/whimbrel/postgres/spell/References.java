package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a foreign key stands on, whether it is understood or carried in words. */
public record References(List<String> columns, ObjectName table, List<String> referenced) {
  private static final Pattern WORDS =
      Pattern.compile(
          "^FOREIGN KEY "
              + NameList.IN_PARENTHESES
              + " REFERENCES "
              + NameList.QUALIFIED
              + NameList.IN_PARENTHESES
              + ".*");

  public References {
    columns = List.copyOf(columns);
    referenced = List.copyOf(referenced);
  }

  /** Empty for a constraint that is no foreign key. */
  public static Optional<References> of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key ->
          Optional.of(new References(key.columns(), key.references(), key.referenced()));
      case Constraint.Verbatim(var name, var words) ->
          WORDS
              .matcher(words)
              .results()
              .findFirst()
              .map(key ->
                  new References(
                      NameList.read(key.group(1)),
                      ObjectName.parse(key.group(2)),
                      NameList.read(key.group(3))));
      default -> Optional.empty();
    };
  }
}
