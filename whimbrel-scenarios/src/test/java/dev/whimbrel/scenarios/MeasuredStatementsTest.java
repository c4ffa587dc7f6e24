package dev.whimbrel.scenarios;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.Observer;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.postgres.PostgresDialect;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is observed of a statement is what others measured, for each row they wrote down. */
class MeasuredStatementsTest {
  private static final Path ROWS = Path.of("../../shared/domain/postgres-online-ddl.json");
  private static final Path OBJECTS = Path.of("src/test/resources/observed/objects.sql");

  /** Rows that do not come out here as they were written down, and why. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          entry("type_pk_big_with_fk", "an index that is made anew counts as rewritten here"),
          entry(
              "type_fkcol_big", "which table is read in full is the planner's choice for few rows"),
          entry("idx_dic", "the last lock is held too shortly to be seen from beside"),
          entry("idx_ric", "the last lock is held too shortly to be seen from beside"),
          entry("idx_rtc", "the last locks are held too shortly to be seen each time"),
          entry("detach_conc", "the last lock is held too shortly to be seen from beside"),
          entry("idx_attach", "the row leaves out the weak lock on the parent index"),
          entry("tab_drop_fk_child", "the tables that were measured had one more foreign key"),
          entry(
              "tab_truncate_casc", "the server counts the building of empty indexes as a reading"),
          entry("vacuum", "the server counts no full reading for VACUUM"),
          entry("vacuum_full", "the server counts no full reading for VACUUM FULL"));

  @Test
  void observesWhatWasMeasured() throws IOException {
    assumeTrue(Files.exists(ROWS), "the measured rows are not here");
    List<MeasuredRow> rows =
        ((List<?>) JsonValues.read(Files.readString(ROWS)))
            .stream().map(JsonValues::object).map(MeasuredRow::new).toList();
    var told = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    var sums = new TreeMap<String, Integer>();
    try (ScratchServer server = ScratchServer.embedded();
        ScratchDatabase objects = server.create()) {
      prepare(objects);
      ScratchDatabase undone = server.createFrom(objects.name());
      int version = version(objects);
      for (MeasuredRow row : rows) {
        String outcome = outcome(row, version, server, objects, undone);
        told.add(row.text("id") + ": " + outcome);
        sums.merge(outcome.replaceAll(":.*", ""), 1, Integer::sum);
        if (outcome.startsWith("differs") && !REASONS.containsKey(row.text("id"))) {
          wrong.add(row.text("id") + ": " + outcome + " | " + row.text("sql"));
        }
      }
    }
    told.add(sums.toString());
    Files.write(Path.of("target", "measured-statements.txt"), told);
    assertThat(wrong).isEmpty();
  }

  private static String outcome(
      MeasuredRow row,
      int version,
      ScratchServer server,
      ScratchDatabase objects,
      ScratchDatabase undone) {
    if (!row.isFor(version)) {
      return "another version: " + row.text("versions");
    }
    Optional<List<String>> given = row.given();
    if (given.isEmpty()) {
      return "not written down in full: " + row.text("given");
    }
    List<String> differences = row.differences(seen(row, given.get(), server, objects, undone));
    return differences.isEmpty() ? "as measured" : "differs: " + differences;
  }

  /** What can be undone is tried in one database again and again, for copies take their time. */
  private static Observation seen(
      MeasuredRow row,
      List<String> given,
      ScratchServer server,
      ScratchDatabase objects,
      ScratchDatabase undone) {
    Observer observer = new PostgresDialect().observer().orElseThrow();
    if (given.isEmpty()
        && !row.text("sql").contains("database exp")
        && row.row().getOrDefault("in_transaction", false).equals(true)) {
      try (JdbcSession session = session(undone)) {
        return observer
            .watch(new UndoingSession(session), () -> session)
            .observe(new SqlStatement(row.text("sql"), 1));
      }
    }
    try (ScratchDatabase copy = server.createFrom(objects.name());
        JdbcSession session = session(copy);
        JdbcSession other = session(copy)) {
      given.forEach(session::execute);
      String sql = row.text("sql").replace("database exp", "database " + copy.name());
      return observer.watch(session, () -> other).observe(new SqlStatement(sql, 1));
    }
  }

  /** A session whose transactions leave nothing behind. */
  private record UndoingSession(JdbcSession session) implements Session {
    @Override
    public List<Row> query(String sql, @Nullable Object... parameters) {
      return session.query(sql, parameters);
    }

    @Override
    public long execute(String sql, @Nullable Object... parameters) {
      return session.execute(sql, parameters);
    }

    @Override
    public void inTransaction(Runnable work) {
      try {
        session.inTransaction(() -> {
          work.run();
          throw new Undo();
        });
      } catch (Undo undone) {
        return;
      }
    }
  }

  /** Has a transaction undone. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void prepare(ScratchDatabase objects) throws IOException {
    try (JdbcSession session = session(objects)) {
      new PostgresDialect()
          .splitter().split(Files.readString(OBJECTS)).stream()
              .forEach(statement -> session.execute(statement.sql()));
      session.execute("set allow_in_place_tablespaces = on");
      session.execute("create tablespace tsx location ''");
      session.execute("create role r_exp");
    }
  }

  private static int version(ScratchDatabase database) {
    try (JdbcSession session = session(database)) {
      long number =
          session
              .query("select current_setting('server_version_num')::int as n")
              .getFirst()
              .number("n");
      return (int) number / 10000;
    }
  }

  private static JdbcSession session(ScratchDatabase database) {
    return JdbcSession.open(
        database.url(), Optional.of(database.user()), Optional.of(database.password()));
  }
}
