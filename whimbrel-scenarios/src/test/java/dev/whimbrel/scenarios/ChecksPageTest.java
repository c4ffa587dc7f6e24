package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of checks names each rule, and no rule that is not there. */
class ChecksPageTest {
  private static final Path PAGE = Path.of("../docs/reference/checks.md");
  private static final Pattern WORD = Pattern.compile("`([a-z]+(?:-[a-z]+)*)`");

  /** Those that look at names and changes, or at the script itself, and commands. */
  private static final Set<String> OTHERS =
      Set.of(
          "table-name",
          "column-name",
          "index-name",
          "foreign-key-name",
          "unindexed-column",
          "table-rebuild",
          "opaque-data-loss",
          "data-loss",
          "required-column",
          "rename",
          "type-change",
          "index-blocks-writes",
          "foreign-key-locks-both",
          "unused-allowance",
          "allow-file",
          "conventions",
          "irreversible",
          "generate",
          "review",
          "migrate",
          "status",
          "prove",
          "upper",
          "lower");

  @Test
  void namesEachRuleAndNoOther() throws IOException {
    Set<String> rules =
        Stream.of(new PostgresDialect(), new SqliteDialect())
            .flatMap(dialect -> dialect.scriptRules().stream())
            .map(ScriptRule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        WORD.matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .filter(word -> !OTHERS.contains(word))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(rules);
  }
}
