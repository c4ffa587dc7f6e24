package dev.whimbrel.kit.source;

import dev.whimbrel.schema.dsl.SchemaDefinition;
import dev.whimbrel.schema.dsl.TableDefinition;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The dialect that the configuration names, which is the one that every class has to speak.
 *
 * @param place tells people where a class is written
 */
record SpokenDialect(String name, Function<? super Class<?>, String> place) {
  /**
   * @throws SchemaSourceException that names the classes which speak another
   */
  void check(List<? extends TableDefinition> tables, List<? extends SchemaDefinition> exports) {
    List<Vocabulary> others =
        ServiceLoader.load(Vocabulary.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(words -> !words.dialect().equals(name))
            .toList();
    List<String> problems =
        Stream.concat(
                tables.stream()
                    .flatMap(table -> problem(table, others, Vocabulary::tableClass).stream()),
                exports.stream()
                    .flatMap(export -> problem(export, others, Vocabulary::schemaClass).stream()))
            .toList();
    if (!problems.isEmpty()) {
      throw new SchemaSourceException(
          "%s%nNothing was written. Change what the classes extend, or the dialect of the configuration."
              .formatted(String.join("\n", problems)));
    }
  }

  private Optional<String> problem(
      Object declared, List<Vocabulary> others, Function<Vocabulary, ? extends Class<?>> extended) {
    return others.stream()
        .filter(words -> extended.apply(words).isInstance(declared))
        .findFirst()
        .map(words ->
            "%s extends %s and so is for %s, but the configuration names %s."
                .formatted(
                    place.apply(declared.getClass()),
                    extended.apply(words).getSimpleName(),
                    words.dialect(),
                    name));
  }
}
