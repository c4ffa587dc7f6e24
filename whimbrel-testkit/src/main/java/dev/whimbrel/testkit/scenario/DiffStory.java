package dev.whimbrel.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Step;
import dev.whimbrel.review.Finding;
import dev.whimbrel.review.Reviewer;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.laws.Trial;
import dev.whimbrel.testkit.notation.Notation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells how a schema becomes another: the SQL of each dialect and the findings, as the scenario
 * says them, and on a real database. What each statement does is tried, and so is the way back.
 *
 * @param stages the dialects; a scenario with a section for some of them is about those alone
 * @param update whether what is expected is written anew
 */
public record DiffStory(List<Stage> stages, boolean update) {
  /** The story of these dialects; {@code -Dwhimbrel.update=true} writes it anew. */
  public static DiffStory of(List<Stage> stages) {
    return new DiffStory(List.copyOf(stages), Boolean.getBoolean("whimbrel.update"));
  }

  /** Tells one scenario; fails where it is not as it says. */
  public void tell(Scenario scenario) {
    Schema from = Notation.parse(scenario.find("from").orElse(""));
    Schema to = Notation.parse(scenario.find("to").orElse(""));
    List<Change> renames = Notation.parseRenames(scenario.find("decisions").orElse(""));
    Scenario told = scenario;
    var findings = new ArrayList<Set<String>>();
    for (Stage stage : concerned(scenario)) {
      var performance = new Performance(stage, from, to, renames);
      told = told.with(stage.section(), performance.sql());
      findings.add(performance.findings());
    }
    compare(scenario, told.with("findings", merged(concerned(scenario), findings)));
  }

  private List<Stage> concerned(Scenario scenario) {
    List<Stage> named =
        stages.stream().filter(stage -> scenario.find(stage.section()).isPresent()).toList();
    return named.isEmpty() ? stages : named;
  }

  private void compare(Scenario written, Scenario told) {
    if (update) {
      if (!told.text().equals(written.text())) {
        told.write();
      }
      return;
    }
    assertThat(told.text()).as(written.sentence()).isEqualTo(written.text());
  }

  /** What all dialects find, then what only one does. */
  private static String merged(List<Stage> stages, List<Set<String>> findings) {
    var common = new LinkedHashSet<>(findings.getFirst());
    findings.forEach(common::retainAll);
    var lines = new ArrayList<>(common);
    for (int i = 0; i < stages.size(); i++) {
      String dialect = stages.get(i).dialect().name();
      findings.get(i).stream()
          .filter(finding -> !common.contains(finding))
          .forEach(finding -> lines.add(dialect + ": " + finding));
    }
    return String.join("\n", lines);
  }

  /** One scenario on one stage. */
  private static final class Performance {
    private final Stage stage;
    private final Set<String> findings = new LinkedHashSet<>();
    private final String sql;

    Performance(Stage stage, Schema from, Schema to, List<Change> renames) {
      this.stage = stage;
      this.sql = perform(from, to, renames);
    }

    String sql() {
      return sql;
    }

    Set<String> findings() {
      return findings;
    }

    private String perform(Schema from, Schema to, List<Change> renames) {
      try (var trial = new Trial(stage.dialect(), stage.database().get())) {
        Schema before = trial.normal(from);
        Schema after = trial.normal(to);
        Schema there = trial.spelled(from);
        Schema wanted = trial.spelled(to);
        Plan plan = trial.plan(before, after, (one, other) -> renames);
        findings.addAll(review(plan));
        trial.make(before);
        trial.run(plan.forward());
        trial.expect(wanted, plan.forward());
        takeBack(trial, plan, there);
        String sql = Trial.sql(plan.forward());
        return sql.isEmpty() ? "-- nothing to do" : sql.strip();
      } catch (RefusedException unsupported) {
        return "-- unsupported: " + unsupported.getMessage();
      }
    }

    private void takeBack(Trial trial, Plan plan, Schema there) {
      if (plan.steps().stream().noneMatch(step -> step.back() instanceof Step.Back.None)) {
        trial.run(plan.back());
        trial.expect(there, plan.back());
      }
    }

    private Set<String> review(Plan plan) {
      return new Reviewer(stage.dialect().rules())
          .review(plan).stream()
              .map(Performance::line)
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String line(Finding finding) {
      return "%s %s: %s".formatted(finding.severity(), finding.rule(), finding.message());
    }
  }
}
