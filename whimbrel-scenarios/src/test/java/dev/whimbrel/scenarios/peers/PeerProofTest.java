package dev.whimbrel.scenarios.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.kit.draft.Fills;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.proof.Bench;
import dev.whimbrel.proof.Proof;
import dev.whimbrel.proof.Prover;
import dev.whimbrel.proof.TrialDatabase;
import dev.whimbrel.proof.Verdict;
import dev.whimbrel.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves, with rows in every table, the way back that is generated for the pairs of schemas from
 * the tests of other tools. A normal run takes some of them, {@code -Dpeers.every=1} all.
 */
class PeerProofTest {
  private static final Path SUITES = Path.of("..", "..", "shared", "corpora", "peers");
  private static final int EVERY = Integer.getInteger("peers.every", 60);

  private final Dialect dialect = new PostgresDialect();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final List<String> astray = new ArrayList<>();
  private int refused;
  private int loadless;

  @ParameterizedTest
  @ValueSource(strings = {"sqldef", "pg-schema-diff", "pgcodekeeper", "pgkit-migra", "drizzle-kit"})
  void theWayBackLeadsBack(String suite) throws IOException {
    assumeTrue(Files.exists(SUITES), "the corpora are not at hand: " + SUITES);
    try (Bench bench = Bench.of(dialect);
        TrialDatabase any = bench.create()) {
      List<PeerCase> all = new PeerSuite(SUITES.resolve(suite)).cases(any.session());
      for (int i = 0; i < all.size(); i += EVERY) {
        PeerCase pair = all.get(i);
        prove(pair, bench);
      }
    }
    System.out.printf(
        "%s, proved: %s, refused with a letter: %d, not loaded: %d%n",
        suite, verdicts, refused, loadless);
    astray.forEach(System.out::println);
    assertThat(astray).isEmpty();
  }

  private void prove(PeerCase pair, Bench bench) {
    try (TrialDatabase here = bench.create();
        TrialDatabase there = bench.create()) {
      load(here.session(), pair.from());
      load(there.session(), pair.to());
      Plan plan = plan(inspected(here), inspected(there));
      if (!plan.isEmpty()) {
        prove(pair, plan, here);
      }
    } catch (RefusedException refusal) {
      refused++;
    } catch (DatabaseException unloadable) {
      loadless++;
    } catch (IllegalStateException | IllegalArgumentException defect) {
      astray.add(pair.id() + ": " + defect);
    }
  }

  private void prove(PeerCase pair, Plan plan, TrialDatabase here) {
    var id = new MigrationId("1_pair");
    String down = ScriptText.down(id, plan, new Fills(List.of()));
    Proof proof =
        new Prover(dialect)
            .prove(
                here,
                new Migration(id, new Script(ScriptText.up(plan)), Optional.of(new Script(down))));
    verdicts.merge(proof.verdict(), 1, Integer::sum);
    if (lost(proof, down)) {
      astray.add(pair.id() + ": " + proof.detail());
    }
  }

  /**
   * A way there that rows refuse is another matter: the rows are ours; and so is one that says it.
   */
  private static boolean lost(Proof proof, String down) {
    return proof.verdict() == Verdict.LEADS_ELSEWHERE
        || (proof.verdict() == Verdict.DOES_NOT_RUN
            && !proof.detail().startsWith("up: ")
            && !down.contains("-- It fails where"));
  }

  private Plan plan(Schema from, Schema to) {
    return dialect.planner().plan(from, new Differ(RenameResolver.none()).diff(from, to));
  }

  private Schema inspected(TrialDatabase database) {
    return dialect.inspector().inspect(database.session());
  }

  private void load(Session session, String script) {
    dialect
        .splitter()
        .split(script.replaceAll("(?m)^\\\\.*$", ""))
        .forEach(statement -> run(session, statement.sql()));
    session.execute("RESET search_path");
  }

  private static void run(Session session, String sql) {
    try {
      session.execute(sql);
    } catch (DatabaseException refusal) {
      if (!Roles.made(session, refusal)) {
        throw refusal;
      }
      run(session, sql);
    }
  }
}
