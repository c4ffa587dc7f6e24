package dev.whimbrel.testkit.notation;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Schema;
import java.util.List;

/**
 * A schema as a person writes it in a scenario: a line for each object, and below it, two blanks
 * in, a line for each of its parts. A line that is too long goes on four blanks in.
 *
 * <pre>
 * enum mood (sad, ok)
 *
 * table booking
 *   id long not null identity
 *   room text(20) not null default 'blue'
 *   mood enum mood
 *   primary key (id)
 *   index booking_room (room, id desc) where room &lt;&gt; ''
 *
 * view rooms of (booking) as SELECT room FROM booking
 * </pre>
 *
 * <p>What is printed reads as the same schema again.
 */
public final class Notation {
  private Notation() {}

  /** The text of a schema. */
  public static String print(Schema schema) {
    return new SchemaPrinter().print(schema);
  }

  /** The text of a type: {@code text(20)}. */
  public static String print(DataType type) {
    return TypeNotation.print(type);
  }

  /**
   * The schema of a text.
   *
   * @throws NotationException with the line that is wrong
   */
  public static Schema parse(String text) {
    return new SchemaReader().read(text);
  }

  /**
   * Renames, one a line: {@code rename table a to b}, {@code rename column b.x to y}.
   *
   * @throws NotationException with the line that is wrong
   */
  public static List<Change> parseRenames(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(RenameNotation::read).toList();
  }
}
