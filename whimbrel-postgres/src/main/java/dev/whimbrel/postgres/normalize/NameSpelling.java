package dev.whimbrel.postgres.normalize;

import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names in normal form: no longer than PostgreSQL keeps them, the default namespace empty. */
final class NameSpelling {
  private NameSpelling() {}

  /** An opaque object's name is a description, which is not cut. */
  static ObjectName normal(SchemaObject object) {
    return object instanceof Opaque opaque
        ? new ObjectName(namespace(opaque.name()), opaque.name().name())
        : normal(object.name());
  }

  static ObjectName normal(ObjectName name) {
    return new ObjectName(namespace(name), Identifier.cut(name.name()));
  }

  static List<String> normal(List<String> names) {
    return names.stream().map(Identifier::cut).toList();
  }

  static Set<ObjectName> needs(Set<ObjectName> names) {
    return names.stream()
        .map(name -> new ObjectName(namespace(name), name.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String namespace(ObjectName name) {
    String namespace = Identifier.cut(name.namespace());
    return namespace.equals(Identifier.DEFAULT_NAMESPACE) ? "" : namespace;
  }
}
