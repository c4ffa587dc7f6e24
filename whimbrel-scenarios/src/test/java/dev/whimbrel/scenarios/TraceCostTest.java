package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.proof.Course;
import dev.whimbrel.proof.Scripts;
import dev.whimbrel.proof.TrialDatabase;
import dev.whimbrel.proof.Watching;
import dev.whimbrel.review.script.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What it costs to watch a statement, over all statements of a real folder; figures to look at, run
 * with {@code -Dbenchmarks=true}; {@code -Dtrace.every=4} watches every fourth migration.
 */
@EnabledIfSystemProperty(named = "benchmarks", matches = "true")
class TraceCostTest {
  private static final Path MIGRATIONS =
      Path.of("../../shared/corpora/prisma-pg/langfuse/src/packages/shared/prisma/migrations");

  private static final int EVERY = Integer.getInteger("trace.every", 1);

  private final Dialect dialect = new PostgresDialect();
  private final List<Long> microseconds = new ArrayList<>();

  @Test
  void watchingAStatement() throws IOException {
    assumeTrue(Files.isDirectory(MIGRATIONS), "this corpus is not here");
    try (Course course = Course.after(List.of(), dialect)) {
      List<Migration> all = migrations();
      for (int i = 0; i < all.size(); i++) {
        if (i % EVERY == 0) {
          watch(all.get(i), course);
        }
        course.pass(all.get(i));
      }
    }
    microseconds.sort(null);
    System.out.printf(
        "%d statements watched: median %.1f ms, 95 of 100 below %.1f ms, longest %.1f ms, the"
            + " statements' own work with it%n",
        microseconds.size(), share(50), share(95), share(100));
    assertThat(microseconds).isNotEmpty();
  }

  private double share(int hundredths) {
    int at = Math.min(microseconds.size() - 1, microseconds.size() * hundredths / 100);
    return microseconds.get(at) / 1000.0;
  }

  /** With an empty script it only fills the tables. */
  private void watch(Migration migration, Course course) {
    var scripts = new Scripts(dialect);
    try (TrialDatabase here = course.here(List.of(migration))) {
      new Watching(dialect).watched(scripts.read(""), here);
      Observer.Watch watch = dialect.observer().orElseThrow().watch(here.session(), here::another);
      for (ScriptStatement each : scripts.read(migration.up().sql()).statements()) {
        long start = System.nanoTime();
        watch.observe(new SqlStatement(each.sql(), each.line(), each.rows()));
        microseconds.add((System.nanoTime() - start) / 1000);
      }
    }
  }

  private static List<Migration> migrations() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(MIGRATIONS)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    var migrations = new ArrayList<Migration>();
    for (Path folder : folders) {
      var id = new MigrationId(String.valueOf(folder.getFileName()));
      String sql = Files.readString(folder.resolve("migration.sql"));
      migrations.add(new Migration(id, new Script(sql), Optional.empty()));
    }
    return migrations;
  }
}
