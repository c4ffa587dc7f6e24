package dev.whimbrel.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.plan.Step;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.notation.Notation;
import dev.whimbrel.testkit.schemas.Palette;
import dev.whimbrel.testkit.schemas.RowKeeping;
import dev.whimbrel.testkit.schemas.Schemas;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The laws that hold on every database. A dialect's test names its parts and adds nothing. */
public abstract class DialectContract {
  protected abstract Dialect dialect();

  /** What the schemas are made of. */
  protected abstract Palette palette();

  /** An empty database. */
  protected abstract TestDatabase database();

  /** An empty database that outlives its connection. */
  protected abstract TestDatabase lastingDatabase();

  /** How often each law is tried if nobody says otherwise. */
  protected abstract int usualTries();

  private Laws laws() {
    return Laws.usual(palette(), usualTries());
  }

  @BeforeEach
  void tellTheSeed(TestReporter reporter) {
    reporter.publishEntry("laws", "tries %d, seed %d".formatted(laws().tries(), laws().seed()));
  }

  @Test
  void whatItMakesIsWhatItSees() {
    laws().hold("what it makes is what it sees", DialectContract::one, this::makesWhatItSees);
  }

  @Test
  void leadsFromAnySchemaToAnyOther() {
    laws().hold("leads from any schema to any other", DialectContract::two, this::leads);
  }

  @Test
  void leadsBackAgain() {
    laws().hold("leads back again", DialectContract::two, this::leadsBack);
  }

  @Test
  void rowsComeAlong() {
    laws().hold("rows come along", DialectContract::two, this::keepsRows);
  }

  /** A test of the dialects that say so. */
  protected void rowsFollowRenames() {
    laws().seldom(3).hold("rows follow renames", DialectContract::two, this::keepsRowsRenamed);
  }

  @Test
  void theSameSchemaNeedsNoChange() {
    laws().hold("the same schema needs no change", DialectContract::one, this::needsNoChange);
  }

  @Test
  void theNormalFormIsStable() {
    laws().hold("the normal form is stable", DialectContract::one, this::isStable);
  }

  @Test
  void otherWordsMeanTheSame() {
    laws().hold("other words mean the same", DialectContract::two, this::meansTheSame);
  }

  @Test
  void survivesACrash() {
    laws().seldom(10).hold("survives a crash", DialectContract::two, this::survives);
  }

  private static Example one(Schemas schemas) {
    return new Example(Schema.empty(), schemas.schema());
  }

  private static Example two(Schemas schemas) {
    Schema from = schemas.schema();
    return new Example(from, schemas.near() ? schemas.neighbour(from) : schemas.schema());
  }

  private Trial trial() {
    return new Trial(dialect(), database());
  }

  private void makesWhatItSees(Example example) {
    try (var trial = trial()) {
      Schema wanted = trial.normal(example.to());
      Schema spelled = trial.spelled(example.to());
      Plan plan = trial.plan(Schema.empty(), wanted);
      trial.run(plan.forward());
      trial.expect(spelled, plan.forward());
      trial.expectColumnOrder(wanted);
    }
  }

  private void leads(Example example) {
    try (var trial = trial()) {
      Schema spelled = trial.spelled(example.to());
      Plan plan = plan(trial, example);
      trial.make(plan.from());
      trial.run(plan.forward());
      trial.expect(spelled, plan.forward());
    }
  }

  private void leadsBack(Example example) {
    try (var trial = trial()) {
      Schema spelled = trial.spelled(example.from());
      Plan plan = plan(trial, example);
      if (plan.steps().stream().noneMatch(step -> step.back() instanceof Step.Back.None)) {
        trial.make(plan.from());
        trial.run(plan.forward());
        trial.run(plan.back());
        trial.expect(spelled, plan.back());
      }
    }
  }

  private static Plan plan(Trial trial, Example example) {
    return trial.plan(trial.normal(example.from()), trial.normal(example.to()));
  }

  private void keepsRows(Example example) {
    keepsRows(example, (from, to) -> List.of());
  }

  /** A table and one of its columns have other names at the end, and something else changed too. */
  private void keepsRowsRenamed(Example example) {
    keepsRows(example, Renamed::of);
  }

  private void keepsRows(Example example, BiFunction<Schema, Schema, List<Change>> renames) {
    var keeping = new RowKeeping(palette(), example.from());
    Schema gentle = keeping.gentle(example.to());
    try (var trial = trial()) {
      Schema from = trial.normal(example.from());
      Schema plain = trial.normal(gentle);
      List<Change> renamed = renames.apply(from, plain);
      Schema to = trial.normal(Renamed.applied(renamed, plain));
      Schema spelled = trial.spelled(to);
      Plan plan = trial.plan(from, to, (was, now) -> renamed);
      trial.make(plan.from());
      var kept = new KeptRows(trial.database(), plan);
      kept.write(keeping.rows(gentle));
      trial.run(plan.forward());
      trial.expect(spelled, plan.forward());
      kept.expect();
    }
  }

  private void needsNoChange(Example example) {
    try (var trial = trial()) {
      Schema wanted = trial.normal(example.to());
      Schema spelled = trial.spelled(example.to());
      trial.make(wanted);
      assertThat(trial.plan(wanted, wanted).changes()).isEmpty();
      assertThat(trial.plan(trial.seen(), spelled).changes()).isEmpty();
    }
  }

  private void isStable(Example example) {
    Schema once = dialect().normalizer().normalize(example.to());
    assertSame(once, dialect().normalizer().normalize(once));
    try (var trial = trial()) {
      Schema spelled = trial.spelled(example.to());
      assertSame(spelled, trial.spelled(spelled));
    }
  }

  private static void assertSame(Schema once, Schema twice) {
    assertThat(Notation.print(twice)).isEqualTo(Notation.print(once));
    assertThat(twice).isEqualTo(once);
  }

  private void meansTheSame(Example example) {
    Schema from = dialect().normalizer().normalize(example.from());
    Schema to = dialect().normalizer().normalize(example.to());
    List<Change> meant = new Differ(RenameResolver.none()).diff(from, to);
    List<Change> said = meant;
    for (Rewrite rewrite : dialect().rewrites()) {
      said = rewrite.apply(said, from);
      Schema reached = Change.applyAll(said, from).essence();
      assertThat(Notation.print(reached)).isEqualTo(Notation.print(to.essence()));
    }
  }

  /** A crash leaves what was before or, if it came behind the commit, what is wanted. */
  private void survives(Example example) {
    try (var trial = new Trial(dialect(), lastingDatabase())) {
      Schema before = trial.spelled(example.from());
      Schema after = trial.spelled(example.to());
      Plan plan = plan(trial, example);
      trial.make(plan.from());
      for (int lived = 0; crashes(trial, plan.forward(), lived); lived++) {
        trial.database().reconnect();
        if (trial.has(after)) {
          return;
        }
        trial.expect(before, plan.forward());
      }
      trial.expect(after, plan.forward());
    }
  }

  private static boolean crashes(Trial trial, List<Statement> statements, int lived) {
    try {
      trial.run(new CrashingSession(trial.database().session(), lived), statements);
      return false;
    } catch (CrashingSession.Crash crash) {
      return true;
    }
  }
}
