package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.dsl.SnakeCase;
import java.lang.annotation.Annotation;
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
            said(value, RenamedFrom.class).stream()
                .<RenameHint>map(old -> new RenameHint.OfLabel(name(), old.value(), label(value))))
        .toList();
  }

  static String label(Enum<?> value) {
    return said(value, Label.class).map(Label::value).orElse(value.name());
  }

  private static <A extends Annotation> Optional<A> said(Enum<?> value, Class<A> annotation) {
    try {
      return Optional.ofNullable(
          value.getDeclaringClass().getField(value.name()).getAnnotation(annotation));
    } catch (NoSuchFieldException missing) {
      throw new IllegalStateException("an enum without its own constant " + value, missing);
    }
  }
}
