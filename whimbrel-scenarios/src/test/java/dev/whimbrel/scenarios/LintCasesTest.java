package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptReviewer;
import dev.whimbrel.review.script.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the cases of other linters, where they are, and our own on the same dangers: each danger
 * they find is found here too, or it is said why not. {@code -Dwhimbrel.lint.cases=FOLDER} runs
 * those of another folder, and {@code -Dwhimbrel.lint.table=FILE} writes the table.
 */
class LintCasesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("whimbrel.lint.cases", "../../shared/corpora/peers"));
  private static final Dialect DIALECT = new PostgresDialect();

  /** What came of one case. */
  private record Outcome(String id, String expected, String sql, boolean fits, String told) {
    private Optional<String> reason() {
      return LintReasons.of(id, sql);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"squawk", "eugene", "own"})
  void findsWhatOthersFindOrSaysWhyNot(String suite) throws IOException {
    Path folder = suite.equals("own") ? Path.of("src/test/resources/lint") : FOLDER;
    Path cases = folder.resolve(suite).resolve("cases.jsonl");
    assumeTrue(Files.exists(cases), "the cases of " + suite + " are not here");
    List<Outcome> outcomes = new ArrayList<>();
    for (String line : Files.readAllLines(cases)) {
      outcomes.add(outcome(JsonValues.object(JsonValues.read(line))));
    }
    table(suite, outcomes);

    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.fits())
        .filteredOn(outcome -> outcome.reason().isEmpty())
        .isEmpty();
  }

  private static Outcome outcome(Map<String, Object> given) {
    String id = String.valueOf(given.get("id"));
    String expected = String.valueOf(given.get("expect"));
    String group = String.valueOf(given.get("group"));
    String sql = String.join("\n", JsonValues.texts(given.getOrDefault("sql", List.of())));
    Set<String> codes =
        Stream.concat(
                JsonValues.texts(given.getOrDefault("codes", List.of())).stream(),
                Stream.of(group.replace('_', '-')))
            .collect(Collectors.toSet());
    Set<String> ours = codes.stream().flatMap(LintReasons::rules).collect(Collectors.toSet());
    boolean transactional = !group.equals("prefer_robust_stmts");
    Set<String> found = found(sql, transactional);
    boolean any = found.stream().anyMatch(ours::contains);
    boolean fits = expected.equals("ok") != any;
    return new Outcome(id, expected, sql, fits, String.join(" ", found));
  }

  /** The rules that have something to say about the last part, where a case has several. */
  private static Set<String> found(String sql, boolean transactional) {
    String[] parts = sql.split("(?m)^-- \\d+\\.sql$");
    return Stream.of(parts)
        .flatMap(part -> findings(part, transactional).stream())
        .map(ScriptFinding::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ScriptFinding> findings(String sql, boolean transactional) {
    var statements = new ArrayList<ScriptStatement>();
    int at = 0;
    for (SqlStatement each : DIALECT.splitter().split(sql)) {
      at = sql.indexOf(each.sql(), at);
      statements.add(ScriptStatement.of(each.sql(), at, each.line()));
      at += each.sql().length();
    }
    return new ScriptReviewer(DIALECT.scriptRules())
        .review(new Script(sql, statements, transactional));
  }

  private static void table(String suite, List<Outcome> outcomes) throws IOException {
    var lines = new ArrayList<String>();
    var sums = new TreeMap<String, Integer>();
    for (Outcome each : outcomes) {
      String reason = each.fits() ? "" : each.reason().orElse("without a reason");
      String word =
          each.fits()
              ? (each.expected().equals("ok") ? "quiet" : "found")
              : (each.expected().equals("ok") ? "found more" : "missed");
      sums.merge(word, 1, Integer::sum);
      lines.add(
          "%-75s %-10s %s %s".formatted(each.id(), word, reason, each.fits() ? "" : each.told()));
    }
    lines.add(suite + ": " + sums);
    String file = System.getProperty("whimbrel.lint.table", "");
    Path target = file.isEmpty() ? Path.of("target", "lint-" + suite + ".txt") : Path.of(file);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, lines);
  }
}
