package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.postgres.dsl.PostgresTable;
import dev.whimbrel.schema.dsl.ColumnDefinition;
import dev.whimbrel.schema.dsl.IndexDefinition;
import dev.whimbrel.schema.dsl.IndexPart;
import dev.whimbrel.schema.dsl.TableDefinition;
import dev.whimbrel.schema.dsl.UniqueDefinition;
import dev.whimbrel.sqlite.dsl.SqliteTable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No word for a schema is missing from the page that shows them. */
class GuideWordsTest {
  /** What dialects are made with, and a column of a type that is written as a value. */
  private static final Set<String> NO_WORDS =
      Set.of("naming", "add", "beside", "replace", "column", "name");

  /** Only SQLite lets a key be null. */
  private static final Set<String> NOT_ON_POSTGRES = Set.of("nullable");

  /** What SQLite has not, or has another word for. */
  private static final Set<String> NOT_ON_SQLITE =
      Set.of(
          "constraint",
          "option",
          "using",
          "include",
          "inherited",
          "with",
          "nullsNotDistinct",
          "nullsFirst",
          "nullsLast",
          "operatorClass");

  @Test
  void everyWordForPostgresIsShown() throws IOException {
    assertThat(missing("words-postgresql.md", PostgresTable.class, NOT_ON_POSTGRES)).isEmpty();
  }

  @Test
  void everyWordForSqliteIsShown() throws IOException {
    assertThat(missing("words-sqlite.md", SqliteTable.class, NOT_ON_SQLITE)).isEmpty();
  }

  private static Set<String> missing(String page, Class<?> table, Set<String> others)
      throws IOException {
    String text = Files.readString(Path.of("../docs/guide").resolve(page));
    var missing = new TreeSet<String>();
    words(table)
        .filter(word -> !NO_WORDS.contains(word) && !others.contains(word))
        .filter(word -> !text.contains(word + "("))
        .forEach(missing::add);
    return missing;
  }

  /** The words of a table, and those that follow them. */
  private static Stream<String> words(Class<?> table) {
    Stream<Class<?>> tables = Stream.of(table, TableDefinition.class);
    Stream<Class<?>> columns =
        Stream.of(table.getDeclaredMethods())
            .<Class<?>>map(Method::getReturnType)
            .filter(ColumnDefinition.class::isAssignableFrom);
    Stream<Class<?>> general =
        Stream.of(
            ColumnDefinition.class, IndexDefinition.class, IndexPart.class, UniqueDefinition.class);
    return Stream.concat(
        tables.flatMap(type -> names(type, Modifier.PROTECTED)),
        Stream.concat(columns, general).distinct().flatMap(type -> names(type, Modifier.PUBLIC)));
  }

  private static Stream<String> names(Class<?> type, int access) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> (method.getModifiers() & access) != 0 && !method.isSynthetic())
        .map(Method::getName);
  }
}
