package dev.whimbrel.testkit.notation;

import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a schema from its notation. */
final class SchemaReader {
  /** A line and the lines two blanks further in below it. */
  private record Block(String head, List<String> parts) {}

  Schema read(String text) {
    var objects = blocks(text).stream().map(SchemaReader::object).toList();
    return Schema.of(objects);
  }

  private static List<Block> blocks(String text) {
    var blocks = new ArrayList<Block>();
    for (String line : logicalLines(text)) {
      if (!line.startsWith("  ")) {
        blocks.add(new Block(line, new ArrayList<>()));
      } else if (blocks.isEmpty()) {
        throw new NotationException("The line \"" + line + "\" belongs to no object.");
      } else {
        blocks.getLast().parts().add(line.substring(2));
      }
    }
    return blocks;
  }

  /** The lines, each with those that continue it. */
  private static List<String> logicalLines(String text) {
    var lines = new ArrayList<String>();
    String indent = "";
    for (String line : text.lines().toList()) {
      if (!lines.isEmpty() && line.startsWith(indent + "    ")) {
        lines.set(lines.size() - 1, lines.getLast() + "\n" + line.substring(indent.length() + 4));
      } else if (!line.isBlank()) {
        lines.add(line);
        indent = line.startsWith("  ") ? "  " : "";
      }
    }
    return lines;
  }

  private static SchemaObject object(Block block) {
    var words = new Words(block.head());
    if (words.accept("enum")) {
      return words.end(new EnumType(words.objectName(), words.names()));
    }
    if (words.accept("table")) {
      return table(words, block.parts());
    }
    if (words.accept("opaque")) {
      return opaque(words, block.parts());
    }
    boolean materialized = words.accept("materialized");
    words.expect("view");
    ObjectName name = words.objectName();
    Set<ObjectName> leansOn = leansOn(words);
    words.expect("as");
    return new View(name, words.rest(), materialized, leansOn);
  }

  private static Set<ObjectName> leansOn(Words words) {
    return words.accept("of") ? Set.copyOf(words.list(words::objectName)) : Set.of();
  }

  private static Opaque opaque(Words words, List<String> parts) {
    ObjectName name = words.objectName();
    words.expect("as");
    String kind = words.name();
    Set<ObjectName> leansOn = words.end(leansOn(words));
    return new Opaque(
        name, kind, after("made by", parts, 0), after("removed by", parts, 1), leansOn);
  }

  private static String after(String start, List<String> parts, int at) {
    var words = new Words(at < parts.size() ? parts.get(at) : "");
    words.expect(start);
    return words.rest();
  }

  private static Table table(Words words, List<String> parts) {
    var table = Table.of(words.objectName());
    if (words.accept("options")) {
      table = table.withOptions(List.of(words.rest().split(", ")));
    }
    words.end(table);
    for (String part : parts) {
      table = PartReader.add(table, new Words(part));
    }
    return table;
  }
}
