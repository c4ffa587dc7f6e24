package dev.whimbrel.proof;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves the way back of a migration: up, down and up again, with rows there. */
public record Prover(Dialect dialect) {
  /**
   * Tries the migration.
   *
   * @param database at the state before it; it is used up
   */
  public Proof prove(TrialDatabase database, Migration migration) {
    Optional<Script> down = migration.down().filter(script -> says(script.sql()));
    Schema before = dialect.inspector().inspect(database.session());
    Set<ObjectName> left = new RowFiller(dialect, database.session(), before).fill();
    var filled = new State(before, Content.of(dialect, database.session(), before));
    var trial = new Trial(filled, left, database);
    return trial.up(migration, "up").or(() -> trial.back(down, migration)).orElseThrow();
  }

  private boolean says(String script) {
    return !dialect.splitter().split(script).isEmpty();
  }

  /** Shape and rows at one moment. */
  private record State(Schema schema, Content content) {
    static State of(Dialect dialect, TrialDatabase database) {
      Schema schema = dialect.inspector().inspect(database.session());
      return new State(schema, Content.of(dialect, database.session(), schema));
    }
  }

  /** One trial, from the state with rows. */
  private final class Trial {
    private final State start;
    private final Set<ObjectName> left;
    private final TrialDatabase database;

    Trial(State start, Set<ObjectName> left, TrialDatabase database) {
      this.start = start;
      this.left = left;
      this.database = database;
    }

    /** Goes up; a verdict only if that fails. */
    Optional<Proof> up(Migration migration, String way) {
      return run(migration.up().sql())
          .map(refusal -> proof(Verdict.DOES_NOT_RUN, way + ": " + refusal));
    }

    Optional<Proof> back(Optional<Script> down, Migration migration) {
      if (down.isEmpty()) {
        return Optional.of(proof(Verdict.IRREVERSIBLE, "there is no way back"));
      }
      State up = State.of(dialect, database);
      Optional<String> refusal = run(down.get().sql());
      if (refusal.isPresent()) {
        return Optional.of(proof(Verdict.DOES_NOT_RUN, "down: " + refusal.get()));
      }
      State back = State.of(dialect, database);
      List<Change> missing = differences(start.schema(), back.schema());
      return missing.isEmpty()
          ? up(migration, "up again")
              .or(() -> Optional.of(judged(migration.up().sql(), down.get().sql(), up, back)))
          : Optional.of(
              proof(Verdict.LEADS_ELSEWHERE, "to be as before it still lacks: " + told(missing)));
    }

    private Proof judged(String upwards, String downwards, State up, State back) {
      List<Change> second = differences(up.schema(), State.of(dialect, database).schema());
      if (!second.isEmpty()) {
        return proof(Verdict.LEADS_ELSEWHERE, "the second way up lacks: " + told(second));
      }
      Proof proof = rows(start.content().lostIn(back.content(), up.content()));
      return proof.verdict() == Verdict.LOSSLESS
          ? hardened(upwards, downwards, up.schema(), proof)
          : proof;
    }

    /** Once more, with values that are harder to bring back. */
    private Proof hardened(String up, String down, Schema above, Proof proof) {
      return new HardTrial(dialect, database, start.schema(), above)
          .run(up, down)
          .map(failed ->
              failed
                  .refusal()
                  .map(why -> proof(Verdict.DOES_NOT_RUN, "down, with other rows: " + why))
                  .orElseGet(() -> rows(failed.lost())))
          .orElse(proof);
    }

    private Proof rows(List<Content.Lost> lost) {
      if (lost.isEmpty()) {
        return proof(Verdict.LOSSLESS, "");
      }
      String places = lost.stream().map(Content.Lost::place).collect(Collectors.joining(", "));
      boolean all = lost.stream().allMatch(Content.Lost::dropped);
      return proof(all ? Verdict.RESTORES_STRUCTURE_ONLY : Verdict.LOSES_DATA, places);
    }

    private Optional<String> run(String script) {
      return new Replay(dialect).run(database.session(), script);
    }

    private Proof proof(Verdict verdict, String detail) {
      return new Proof(verdict, detail, left);
    }
  }

  /** Taken back from there to here: what is still missing. */
  private static List<Change> differences(Schema wanted, Schema there) {
    return new Differ((from, to) -> List.of()).diff(there, wanted);
  }

  private static String told(List<Change> changes) {
    return changes.stream().map(Change::describe).limit(5).collect(Collectors.joining("; "));
  }
}
