package dev.whimbrel.schema.dsl;

import dev.whimbrel.schema.EnumType;
import java.util.Map;

/**
 * How a type of listed values is written in Java.
 *
 * @param className the simple name of the enum
 * @param constants the constant for each label
 */
public record EnumSource(EnumType type, String className, Map<String, String> constants) {
  public EnumSource {
    constants = Map.copyOf(constants);
  }

  /** The constant for a label of this type. */
  public String constant(String label) {
    String constant = constants.get(label);
    if (constant == null) {
      throw new IllegalArgumentException("type " + type.name() + " has no label " + label);
    }
    return constant;
  }
}
