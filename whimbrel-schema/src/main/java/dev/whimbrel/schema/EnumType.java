package dev.whimbrel.schema;

import java.util.List;

/** A type whose values are listed, in the order in which they sort. */
public record EnumType(ObjectName name, List<String> labels) implements SchemaObject {
  public EnumType {
    labels = List.copyOf(labels);
  }
}
