package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;

/** A database that goes through migrations, one after the other, without rows of its own. */
public final class Course implements AutoCloseable {
  /** From so many replayed migrations on, the state is kept for the next time. */
  private static final int WORTH_KEEPING = 20;

  private final Dialect dialect;
  private final Bench bench;
  private final TrialDatabase state;
  private final List<String> stumbles = new ArrayList<>();
  private final List<Migration> behind;

  /**
   * @param behind the migrations that the state has passed
   */
  private Course(Dialect dialect, Bench bench, TrialDatabase state, List<Migration> behind) {
    this.dialect = dialect;
    this.bench = bench;
    this.state = state;
    this.behind = new ArrayList<>(behind);
  }

  /** A database that these migrations have passed, or that was kept when they had. */
  public static Course after(List<Migration> migrations, Dialect dialect) {
    if (!dialect.speaks("jdbc:postgresql:")) {
      Bench bench = new FileBench();
      return passed(migrations, new Course(dialect, bench, bench.create(), List.of()));
    }
    var keys = new StateKeys(migrations);
    return ScratchServer.remembered(keys.newestFirst(WORTH_KEEPING))
        .map(kept -> onRemembered(kept, migrations, keys, dialect))
        .orElseGet(() -> fromNothing(migrations, keys, dialect));
  }

  private static Course onRemembered(
      ScratchServer.Remembered kept, List<Migration> migrations, StateKeys keys, Dialect dialect) {
    var bench = new ServerBench(kept.server());
    int done = keys.count(kept.key());
    var course = new Course(dialect, bench, bench.remembered(), migrations.subList(0, done));
    return onServer(migrations.subList(done, migrations.size()), keys, course, bench);
  }

  private static Course fromNothing(List<Migration> migrations, StateKeys keys, Dialect dialect) {
    ServerBench bench = ServerBench.start();
    return onServer(migrations, keys, new Course(dialect, bench, bench.create(), List.of()), bench);
  }

  private static Course onServer(
      List<Migration> rest, StateKeys keys, Course start, ServerBench bench) {
    Course course = passed(rest, start);
    if (rest.size() >= WORTH_KEEPING && course.stumbles.isEmpty()) {
      course.state.rest();
      bench.server().remember(keys.last(), course.state.name());
      return new Course(course.dialect, bench, bench.remembered(), course.behind);
    }
    return course;
  }

  private static Course passed(List<Migration> migrations, Course course) {
    migrations.forEach(course::pass);
    return course;
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
    behind.add(migration);
  }

  /**
   * The state reached so far, to be used up by these migrations; on a server of its own where they
   * reach beyond their database.
   */
  public TrialDatabase here(List<Migration> forThese) {
    return forThese.stream().anyMatch(this::reachesServer) ? alone() : bench.copy(state);
  }

  private boolean reachesServer(Migration migration) {
    return dialect.reachesServer(migration.up().sql())
        || migration.down().filter(down -> dialect.reachesServer(down.sql())).isPresent();
  }

  private TrialDatabase alone() {
    Course apart = after(behind, dialect);
    return apart.state.until(apart::close);
  }

  /** What was refused on the way, in the database's words. */
  public List<String> stumbles() {
    return List.copyOf(stumbles);
  }

  @Override
  public void close() {
    state.close();
    bench.close();
  }
}
