package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.kit.source.JavaSource;
import dev.whimbrel.kit.source.JavaWriter;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.sqlite.SqliteDialect;
import dev.whimbrel.testkit.laws.Example;
import dev.whimbrel.testkit.laws.Laws;
import dev.whimbrel.testkit.schemas.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema that is written as Java and read again is the same schema. */
class JavaSourceLawsTest {
  private static final int TRIES = 60;

  @TempDir Path folder;
  private int written;

  @Test
  void whatIsWrittenForSqliteIsReadAgain() {
    readsWhatItWrites("sqlite", Palettes.sqlite(), new SqliteDialect().normalizer());
  }

  @Test
  void whatIsWrittenForPostgresIsReadAgain() {
    readsWhatItWrites("postgresql", Palettes.postgres(), Schema::essence);
  }

  private void readsWhatItWrites(String dialect, Palette palette, Normalizer normalizer) {
    Laws.usual(palette, TRIES)
        .hold(
            "what is written as Java is read again",
            schemas -> new Example(Schema.empty(), normalizer.normalize(schemas.schema())),
            example ->
                assertThat(normalizer.normalize(again(dialect, example.to())))
                    .isEqualTo(normalizer.normalize(example.to())));
  }

  private Schema again(String dialect, Schema schema) {
    if (schema.isEmpty()) {
      return schema;
    }
    Path sources = folder.resolve("" + written++);
    new JavaWriter(dialect, "app.schema")
        .write(schema)
        .forEach((name, text) -> put(sources.resolve(name), text));
    return JavaSource.ofSources(List.of(sources), List.of(), Optional.empty()).read().schema();
  }

  private static void put(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
