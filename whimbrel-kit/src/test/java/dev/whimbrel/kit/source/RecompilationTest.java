package dev.whimbrel.kit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled after a change is what compiling all would have made. */
class RecompilationTest {
  private static final int TABLES = 20;

  @TempDir Path world;

  private Path sources;
  private final ClassPath classPath = new ClassPath(List.of());

  @BeforeEach
  void write() throws IOException {
    sources = Files.createDirectories(world.resolve("sources"));
    for (int number = 0; number < TABLES; number++) {
      write("Table" + number, table(number, ""));
    }
    write(
        "Base",
        "abstract class Base extends PostgresTable { final Column<String> note = text(\"note\"); }");
    write("Child", "public final class Child extends Base { { index(\"child_note\").on(note); } }");
    write("Sizes", "final class Sizes { static final int NAME = 40; }");
    write(
        "Named",
        "public final class Named extends PostgresTable { final Column<String> name = varchar(\"name\", Sizes.NAME); }");
    assertThat(compiledAgain()).isEqualTo(compiledWhole());
  }

  @Test
  void compilesOnlyWhatChangedAndWhatLeansOnIt() throws IOException {
    write("Table7", table(7, "final Column<String> more = text(\"more\");"));
    var last = new ClassCache(world.resolve("cache")).last(now().place()).orElseThrow();
    var asked = new ArrayList<String>();

    var unused =
        new Recompilation(last, now().digests())
            .result(part -> {
              part.files().forEach(file -> asked.add(String.valueOf(Path.of(file).getFileName())));
              return new MemoryCompiler(classPath).compile(part);
            });

    assertThat(asked).containsExactly("Table7.java", "Table8.java");
    assertThat(compiledAgain()).isEqualTo(compiledWhole());
  }

  @Test
  void seesConstantsThatOthersCopied() throws IOException {
    write("Sizes", "final class Sizes { static final int NAME = 41; }");

    assertThat(compiledAgain()).isEqualTo(compiledWhole());
  }

  @Test
  void seesWhatIsInherited() throws IOException {
    write(
        "Base",
        "abstract class Base extends PostgresTable { final Column<Integer> note = integer(\"note\"); }");

    assertThat(compiledAgain()).isEqualTo(compiledWhole());
  }

  @Test
  void seesANewClassThatTakesANameAway() throws IOException {
    write("Base", "abstract class Base extends PostgresTable { final Text note = new Text(); }");
    write("Text", "final class Text {}");
    assertSame();

    write("Column", "final class Column<T> {}");
    assertSame();
  }

  @Test
  void saysTheSameOfAMistake() throws IOException {
    write("Table3", "public final class Table3 extends PostgresTable {}");
    assertSame();

    Files.delete(sources.resolve("Table3.java"));
    assertSame();
  }

  @Test
  void isAsGoodAsCompilingAllWhateverChanges() throws IOException {
    var random = new Random(7);
    for (int round = 0; round < 12; round++) {
      for (int edit = random.nextInt(3); edit >= 0; edit--) {
        int number = random.nextInt(TABLES);
        write("Table" + number, table(number, edits().get(random.nextInt(edits().size()))));
      }
      assertSame();
    }
  }

  private static List<String> edits() {
    return List.of(
        "",
        "final Column<String> more = text(\"more\");",
        "static final int SIZE = 3;",
        "enum Mood { GOOD, BAD }",
        "static class Inner {}",
        "// a word");
  }

  private void assertSame() {
    Throwable whole = catchThrowable(this::compiledWhole);
    Throwable again = catchThrowable(this::compiledAgain);
    if (whole != null) {
      assertThat(again).isNotNull().hasMessage(whole.getMessage());
    } else {
      assertThat(compiledAgain()).isEqualTo(compiledWhole());
    }
  }

  private Map<String, String> compiledAgain() {
    return code(
        new CompiledSources(
            new SourceFiles(List.of(sources)),
            classPath,
            Optional.of(new ClassCache(world.resolve("cache")))));
  }

  private Map<String, String> compiledWhole() {
    return code(
        new CompiledSources(new SourceFiles(List.of(sources)), classPath, Optional.empty()));
  }

  private static Map<String, String> code(CompiledSources compiled) {
    var code = new TreeMap<String, String>();
    compiled
        .compiled()
        .code()
        .forEach((name, bytes) -> code.put(name, HexFormat.of().formatHex(bytes)));
    return code;
  }

  private SourceFingerprint now() {
    var files = new SourceFiles(List.of(sources));
    return SourceFingerprint.of(files, files.list(), classPath);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(
        sources.resolve(name + ".java"),
        "package app;\nimport dev.whimbrel.postgres.dsl.*;\n" + text + "\n");
  }

  private static String table(int number, String more) {
    String key = number == 0 ? "" : ".references(Table%d.class, t -> t.id)".formatted(number - 1);
    String columns =
        IntStream.range(0, 3)
            .mapToObj("final Column<String> c%1$d = text(\"c%1$d\");\n"::formatted)
            .reduce("", String::concat);
    return """
    public final class Table%d extends PostgresTable {
      public final Column<Long> id = bigint("id").primaryKey();
      public final Column<Long> parent = bigint("parent")%s;
      %s%s
    }
    """
        .formatted(number, key, columns, more);
  }
}
