package dev.whimbrel.postgres.spell;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL 18 knows of the NOT NULL of a column beside the column: a name, and whether heirs
 * have it too. A rename of the table or the column leaves the name as it was, so that one which the
 * server may have made is no difference by itself.
 */
public record RequirementName(ObjectName table, String column, String name, boolean passedToHeirs) {
  /** What {@link Opaque#objectKind} says where a person chose the name. */
  public static final String KIND = "not null name";

  private static final String MADE_BY_SERVER = ".+_.+_not_null\\d*";

  /** The words that make it so; absent where the server makes it so by itself. */
  public Optional<Opaque> opaque() {
    boolean named = !name.equals(usual());
    return named || !passedToHeirs ? Optional.of(opaque(named)) : Optional.empty();
  }

  private Opaque opaque(boolean named) {
    String alter = "ALTER TABLE " + quoted(table) + " ";
    String given = quoted(name);
    String usual = quoted(usual());
    String rename = named ? alter + "RENAME CONSTRAINT " + usual + " TO " + given : "";
    String back = named ? alter + "RENAME CONSTRAINT " + given + " TO " + usual : "";
    String alone = passedToHeirs ? "" : alter + "ALTER CONSTRAINT " + given + " NO INHERIT";
    String shared = passedToHeirs ? "" : alter + "ALTER CONSTRAINT " + given + " INHERIT";
    boolean leftOver = passedToHeirs && name.matches(MADE_BY_SERVER);
    return new Opaque(
        table.sibling("not null behind column " + table.name() + "." + column),
        leftOver ? Opaque.LEFT_OVER : KIND,
        joined(rename, alone),
        joined(shared, back),
        Set.of(table));
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + ";\n" + other;
  }

  private String usual() {
    return Identifier.joined(table.name(), column, "not_null");
  }
}
