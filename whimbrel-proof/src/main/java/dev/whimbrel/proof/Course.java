package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.Migration;
import java.util.ArrayList;
import java.util.List;

/** A database that goes through migrations, one after the other, without rows of its own. */
public final class Course implements AutoCloseable {
  private final Dialect dialect;
  private final Bench bench;
  private final TrialDatabase state;
  private final List<String> stumbles = new ArrayList<>();

  public Course(Dialect dialect, Bench bench) {
    this.dialect = dialect;
    this.bench = bench;
    this.state = bench.create();
  }

  /** Goes on; where a migration is refused, as far as its statements go one by one. */
  public void pass(Migration migration) {
    var replay = new Replay(dialect);
    replay
        .run(state.session(), migration.up().sql())
        .ifPresent(refusal -> {
          stumbles.add(migration.id() + ": " + refusal);
          replay.runAsFarAsItGoes(state.session(), migration.up().sql());
        });
  }

  /** The state reached so far, to be used up. */
  public TrialDatabase here() {
    return bench.copy(state);
  }

  /** What was refused on the way, in the database's words. */
  public List<String> stumbles() {
    return List.copyOf(stumbles);
  }

  @Override
  public void close() {
    state.close();
  }
}
