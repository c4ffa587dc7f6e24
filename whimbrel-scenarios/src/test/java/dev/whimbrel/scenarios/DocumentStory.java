package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.rename.Asker;
import dev.whimbrel.kit.rename.Decisions;
import dev.whimbrel.kit.rename.Renames;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.laws.Trial;
import dev.whimbrel.testkit.notation.Notation;
import dev.whimbrel.testkit.scenario.Scenario;
import dev.whimbrel.testkit.scenario.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells a change as a document on migrations tells it. The schema is Java where the document has
 * TypeScript; {@code postgresql.sql} and {@code postgresql.down.sql} are what the document prints,
 * to which we hold ourselves but for white space, comments and {@code IF NOT EXISTS}; {@code
 * postgresql.hand.sql} is what the document has people write by hand, and must lead there too.
 */
record DocumentStory(List<Stage> stages, Path folder) {
  void tell(Scenario scenario) {
    List<Stage> concerned =
        stages.stream().filter(stage -> concerns(scenario, stage.dialect())).toList();
    assertThat(concerned).as("dialects of %s", scenario.file()).isNotEmpty();
    concerned.forEach(stage -> tell(scenario, stage));
  }

  private static boolean concerns(Scenario scenario, Dialect dialect) {
    return scenario.sections().keySet().stream()
        .anyMatch(name -> name.startsWith(dialect.name() + ".") && name.endsWith(".sql"));
  }

  private void tell(Scenario scenario, Stage stage) {
    String dialect = stage.dialect().name();
    Desired from = schema(scenario, "from", dialect);
    Desired to = schema(scenario, "to", dialect);
    prints(scenario, stage, from.schema(), to);
    scenario
        .find(dialect + ".hand.sql")
        .ifPresent(script -> leadsThere(script, stage, from.schema(), to.schema()));
  }

  private Desired schema(Scenario scenario, String name, String dialect) {
    Optional<Desired> java =
        scenario
            .find(name + ".java")
            .map(text -> new JavaText(dialect, text).desired(folder.resolve(name)));
    return java.orElseGet(() -> Desired.of(Notation.parse(scenario.find(name).orElse(""))));
  }

  private static void prints(Scenario scenario, Stage stage, Schema from, Desired to) {
    String dialect = stage.dialect().name();
    var decisions = Decisions.parse(scenario.find("decisions").orElse(""));
    try (var trial = new Trial(stage.dialect(), stage.database().get())) {
      Schema there = trial.spelled(from);
      Schema wanted = trial.spelled(to.schema());
      Plan plan =
          trial.plan(
              trial.normal(from),
              trial.normal(to.schema()),
              new Renames(to.renames(), decisions, Asker.nobody()));
      compare(scenario, dialect + ".sql", plan.forward());
      compare(scenario, dialect + ".down.sql", plan.back());
      trial.make(plan.from());
      trial.run(plan.forward());
      trial.expect(wanted, plan.forward());
      trial.run(plan.back());
      trial.expect(there, plan.back());
    }
  }

  private static void compare(Scenario scenario, String section, List<Statement> statements) {
    scenario
        .find(section)
        .ifPresent(printed ->
            assertThat(bare(Trial.sql(statements)))
                .as(scenario.sentence())
                .isEqualTo(bare(printed)));
  }

  /** The text without what does not count. */
  private static String bare(String sql) {
    return sql.replaceAll("(?m)^\\s*--.*$", "")
        .replaceAll("(?i)\\bIF (NOT )?EXISTS ", "")
        .replaceAll("\\s+", " ")
        .replaceAll("\\s*([(),;])\\s*", "$1")
        .replace(";", ";\n")
        .strip();
  }

  private static void leadsThere(String script, Stage stage, Schema from, Schema to) {
    try (var trial = new Trial(stage.dialect(), stage.database().get())) {
      Schema wanted = trial.spelled(to);
      trial.make(trial.normal(from));
      List<Statement> statements =
          stage.dialect().splitter().split(script).stream()
              .map(statement -> Statement.of(statement.sql()))
              .toList();
      trial.run(statements);
      trial.expect(wanted, statements);
    }
  }
}
