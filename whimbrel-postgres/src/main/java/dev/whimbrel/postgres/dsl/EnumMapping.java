package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.dsl.SnakeCase;
import java.util.List;
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

  /** Which labels are older ones under a new name. */
  List<RenameHint> renames() {
    return Stream.of(values.getEnumConstants())
        .flatMap(value ->
            said(value).map(Label::renamedFrom).stream()
                .filter(old -> !old.isEmpty())
                .<RenameHint>map(old -> new RenameHint.OfLabel(name(), old, label(value))))
        .toList();
  }

  static String label(Enum<?> value) {
    return said(value).map(Label::value).filter(label -> !label.isEmpty()).orElse(value.name());
  }

  private static Optional<Label> said(Enum<?> value) {
    try {
      return Optional.ofNullable(
          value.getDeclaringClass().getField(value.name()).getAnnotation(Label.class));
    } catch (NoSuchFieldException missing) {
      throw new IllegalStateException("an enum without its own constant " + value, missing);
    }
  }
}
