package dev.whimbrel.kit.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.Dialects;
import dev.whimbrel.review.Reviewer;
import dev.whimbrel.review.Rule;
import dev.whimbrel.review.naming.AdvisedSql;
import dev.whimbrel.review.naming.Conventions;
import dev.whimbrel.review.script.ScriptRule;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcernTest {
  private static final AdvisedSql SQL = new AdvisedSql(name -> name, false);

  @ParameterizedTest
  @EnumSource
  void isLookedAfterByRulesThatExist(Concern concern) {
    assertThat(rules()).containsAll(concern.rules());
  }

  private static Set<String> rules() {
    return Stream.of(
            Reviewer.general().stream().map(Rule::id),
            Dialects.present().all().stream().flatMap(ConcernTest::rules),
            Conventions.usual().rules(SQL).stream().map(ScriptRule::id))
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }

  private static Stream<String> rules(Dialect dialect) {
    return Stream.concat(
        dialect.rules().stream().map(Rule::id), dialect.scriptRules().stream().map(ScriptRule::id));
  }
}
