package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.dsl.SnakeCase;
import java.util.Optional;
import java.util.stream.Stream;

/** The type of a database that a Java enum stands for. */
record EnumMapping(Class<? extends Enum<?>> values) {
  dev.whimbrel.schema.EnumType type() {
    return new dev.whimbrel.schema.EnumType(
        name(), Stream.of(values.getEnumConstants()).map(EnumMapping::label).toList());
  }

  private ObjectName name() {
    return Optional.ofNullable(values.getAnnotation(EnumType.class))
        .map(type -> new ObjectName(type.namespace(), type.value()))
        .orElseGet(() -> ObjectName.of(new SnakeCase(values.getSimpleName()).toString()));
  }

  static String label(Enum<?> value) {
    try {
      return Optional.ofNullable(
              value.getDeclaringClass().getField(value.name()).getAnnotation(Label.class))
          .map(Label::value)
          .orElse(value.name());
    } catch (NoSuchFieldException missing) {
      throw new IllegalStateException("an enum without its own constant " + value, missing);
    }
  }
}
