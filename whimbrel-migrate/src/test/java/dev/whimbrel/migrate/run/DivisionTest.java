package dev.whimbrel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.dialect.Mode;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.dialect.StatementRules;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How statements come into legs; here each is called after its mode. */
class DivisionTest {
  private static final StatementRules RULES =
      statement ->
          switch (statement.sql()) {
            case "outside" -> new Mode.Outside();
            case "setting" -> new Mode.Setting();
            case "begin" -> new Mode.Needless();
            case "commit" -> new Mode.Commit();
            case "refused" -> new Mode.Refused("Not here.");
            default -> new Mode.Inside();
          };

  @Test
  void statementsStayTogetherAsFarAsTheyCan() {
    assertThat(legs("", "a", "b", "outside", "c")).containsExactly("1 2 to 2", "3", "4 to 4");
    assertThat(legs("", "begin", "a", "commit", "b")).containsExactly("2 to 3", "4 to 4");
    assertThat(legs("", "commit", "a", "begin")).containsExactly("2 to 3");
    assertThat(legs("")).containsExactly(" to 0");
  }

  @Test
  void theHeaderOverrules() {
    assertThat(legs("-- whimbrel: transaction=one", "a", "outside", "commit", "b"))
        .containsExactly("1 2 4 to 4");
    assertThat(legs("-- first\n-- Whimbrel: transaction = each\n", "a", "outside", "b"))
        .containsExactly("1 to 1", "2", "3 to 3");
    assertThat(legs("\n-- whimbrel: transaction=none", "a", "b")).containsExactly("1", "2");
    assertThat(legs("SELECT 1;\n-- whimbrel: transaction=none", "a", "b"))
        .containsExactly("1 2 to 2");
  }

  @Test
  void aHeaderThatIsMisspeltIsNotPassedOver() {
    assertThatThrownBy(() -> legs("-- whimbrel: transaction=non", "a"))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("transaction=non")
        .hasMessageContaining("=each");
  }

  @Test
  void whatCannotRunIsNamed() {
    assertThatThrownBy(() -> legs("", "a", "refused"))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("x.sql:2 says \"refused\". Not here. Nothing was run.");
  }

  @Test
  void aRunGoesOnBehindWhatIsDone() {
    Course course = course("", "setting", "a", "outside", "b", "c");
    assertThat(course.after(3).stream().map(DivisionTest::shown)).containsExactly("4 5 to 5");
    assertThat(course.after(4).stream().map(DivisionTest::shown)).containsExactly("5 to 5");
    assertThat(course.after(5).stream().map(DivisionTest::shown)).containsExactly(" to 5");
    assertThat(course.settings(3)).extracting(Numbered::number).containsExactly(1);
  }

  private static List<String> legs(String header, String... statements) {
    return course(header, statements).legs().stream().map(DivisionTest::shown).toList();
  }

  private static Course course(String header, String... statements) {
    int[] line = {0};
    return new Division(RULES, ScriptHeader.of(header, "x.sql"), "x.sql")
        .course(Arrays.stream(statements).map(sql -> new SqlStatement(sql, ++line[0])).toList());
  }

  private static String shown(Leg leg) {
    return switch (leg) {
      case Leg.Alone(var statement) -> String.valueOf(statement.number());
      case Leg.Together(var statements, var end) ->
          String.join(" ", statements.stream().map(each -> String.valueOf(each.number())).toList())
              + " to "
              + end;
    };
  }
}
