package dev.whimbrel.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.proof.Scripts;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptReviewer;
import dev.whimbrel.review.script.ScriptRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each danger is found however it is written, and what only looks like one is not. */
class LintVariantsTest {
  private static final Path VARIANTS = Path.of("src/test/resources/lint/variants.txt");
  private static final Dialect DIALECT = new PostgresDialect();

  /** One line of the file. */
  private record Variant(boolean inTransaction, boolean found, String rule, String sql) {
    static Variant read(String line) {
      boolean apart = line.startsWith("~");
      String[] words = line.substring(apart ? 2 : 1).split(" ", 2);
      boolean found = line.charAt(apart ? 1 : 0) == '+';
      return new Variant(!apart, found, words[0], words[1].replace("\\n", "\n"));
    }

    boolean holds() {
      return findings().contains(rule) == found;
    }

    private Set<String> findings() {
      Script read = new Scripts(DIALECT).read(sql);
      var script = new Script(read.text(), read.statements(), inTransaction);
      return new ScriptReviewer(DIALECT.scriptRules())
          .review(script).stream().map(ScriptFinding::rule).collect(Collectors.toSet());
    }
  }

  @Test
  void findsEachDangerHoweverItIsWritten() throws IOException {
    assertThat(variants()).isNotEmpty().allMatch(Variant::holds, "found, or passed, as it says");
  }

  /** What is only said where it was seen on a server is tried elsewhere. */
  @Test
  void hasAVariantForEachRuleThatReadsWords() throws IOException {
    Set<String> tried =
        variants().stream()
            .filter(Variant::found)
            .map(Variant::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        DIALECT.scriptRules().stream()
            .map(ScriptRule::id)
            .filter(id ->
                !id.startsWith("seen-") && !Set.of("fails", "drop-column-in-index").contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    all.removeAll(tried);
    assertThat(all).isEmpty();
  }

  private static List<Variant> variants() throws IOException {
    return Files.readAllLines(VARIANTS, UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Variant::read)
        .toList();
  }
}
