package dev.whimbrel.kit.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The names of a schema, and whether the database keeps the whole of each: of one that it cuts,
 * something would be left that nobody wrote, and two such names may become one.
 *
 * @param limit in bytes
 */
public record NameLengths(Schema schema, OptionalInt limit) {
  /**
   * @throws ConsistencyException if a name is too long
   */
  public void check() {
    List<String> problems =
        schema.objects().values().stream().flatMap(this::problems).distinct().toList();
    if (!problems.isEmpty()) {
      throw new ConsistencyException(String.join("\n", problems) + "\nNothing was written.");
    }
  }

  private Stream<String> problems(SchemaObject object) {
    Stream<String> names =
        object instanceof Table table
            ? Stream.concat(Stream.of(table.name().name()), parts(table))
            : Stream.of(object)
                .filter(any -> !(any instanceof Opaque))
                .map(any -> any.name().name());
    return names.filter(this::isTooLong).map(name -> problem(object, name));
  }

  private static Stream<String> parts(Table table) {
    return Stream.of(
            table.columns().stream().map(Column::name),
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(Index::name))
        .flatMap(names -> names);
  }

  private boolean isTooLong(String name) {
    return limit.isPresent() && name.getBytes(UTF_8).length > limit.getAsInt();
  }

  private String problem(SchemaObject object, String name) {
    return "The name \"%s\" in %s is %d bytes long, of which the database keeps %d bytes and drops the rest silently; choose a shorter one."
        .formatted(name, object.title(), name.getBytes(UTF_8).length, limit.orElseThrow());
  }
}
