package dev.whimbrel.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reviews and proves real folders of migrations, where they are: nothing may make it stumble. A
 * normal run tries the last migration of each, {@code -Dwhimbrel.corpus.all=true} all of them.
 */
class CorpusReviewTest {
  private static final Path CORPORA = Path.of("../../shared/corpora");
  private static final boolean ALL = Boolean.getBoolean("whimbrel.corpus.all");
  private static final Pattern RULE = Pattern.compile("(?m)  ([a-z-]+ \\[[a-z-]+])$");
  private static final Pattern VERDICT = Pattern.compile("(?m)^\\d{14}_m: ([a-z ]+)");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "postgresql, prisma-pg/langfuse/src/packages/shared/prisma/migrations",
    "sqlite, drizzle-sqlite/dyad/src/drizzle"
  })
  void reviewsAndProves(String dialect, String place) throws IOException {
    Path source = CORPORA.resolve(place);
    assumeTrue(Files.isDirectory(source), "this corpus is not here");
    int count = copy(source);
    Files.writeString(
        folder.resolve("whimbrel.yaml"), "dialect: " + dialect + "\nmigrations: migrations\n");

    String review =
        ALL ? whimbrel("review", "--advice") : whimbrel("review", "--untried", "--advice");
    assertThat(review.lines().filter(line -> line.matches("\\d{14}_.*: (no|\\d+) findings?")))
        .hasSize(count);
    String proofs = ALL ? whimbrel("prove", "--all") : whimbrel("prove");
    assertThat(proofs).contains(": irreversible");
    System.out.printf("%s: %s%n%s%n", place, counted(RULE, review), counted(VERDICT, proofs));
  }

  private static Map<String, Long> counted(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .collect(Collectors.groupingBy(it -> it.group(1), TreeMap::new, Collectors.counting()));
  }

  /** Under names that are in Whimbrel's own form, for that is what is read here. */
  private int copy(Path source) throws IOException {
    List<Path> scripts;
    try (Stream<Path> all = Files.walk(source, 2)) {
      scripts =
          all.filter(Files::isRegularFile)
              .filter(path -> path.toString().endsWith(".sql"))
              .sorted(Comparator.comparing(path -> source.relativize(path).toString()))
              .toList();
    }
    for (int i = 0; i < scripts.size(); i++) {
      Path target = folder.resolve("migrations").resolve("%014d_m".formatted(i));
      Files.createDirectories(target);
      Files.copy(scripts.get(i), target.resolve("migration.sql"));
    }
    return scripts.size();
  }

  private String whimbrel(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, UTF_8);
    int exitCode = Main.run(folder, Map.of(), Clock.systemUTC(), out, out, arguments);
    assertThat(exitCode).as(bytes.toString(UTF_8)).isIn(0, 6);
    return bytes.toString(UTF_8);
  }
}
