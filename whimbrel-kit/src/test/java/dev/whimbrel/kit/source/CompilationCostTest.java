package dev.whimbrel.kit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a large schema costs; a figure to look at, run with {@code -Dbenchmarks=true}. */
@EnabledIfSystemProperty(named = "benchmarks", matches = "true")
class CompilationCostTest {
  private static final int TABLES = 1_000;

  @TempDir Path folder;

  @Test
  void aThousandTablesOfTenColumns() {
    var written = new SourceFolder(folder.resolve("sources"));
    for (int i = 0; i < TABLES; i++) {
      written.postgres(table(i));
    }
    System.out.printf(
        "%d tables of 10 columns: compiled in %d ms, from the cache in %d ms, again in %d ms%n",
        TABLES, read().toMillis(), read().toMillis(), read().toMillis());
  }

  private Duration read() {
    long start = System.nanoTime();
    Schema schema =
        JavaSource.ofSources(
                List.of(folder.resolve("sources")), List.of(), Optional.of(folder.resolve("cache")))
            .read()
            .schema();
    assertThat(schema.tables()).hasSize(TABLES);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String table(int number) {
    var text =
        new StringBuilder("public final class Table" + number + " extends PostgresTable {\n");
    text.append("  public final Column<UUID> id = uuid(\"id\").primaryKey().defaultRandom();\n");
    for (int i = 0; i < 8; i++) {
      text.append(
          "  final Column<String> c%d = varchar(\"c%d\", 100).notNull();%n".formatted(i, i));
    }
    return text
        + "  final Column<UUID> other = uuid(\"other\").references(Table%d.class, t -> t.id);\n}\n"
            .formatted(number / 2);
  }
}
