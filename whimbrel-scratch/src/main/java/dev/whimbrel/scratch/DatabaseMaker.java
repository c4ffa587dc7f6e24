package dev.whimbrel.scratch;

import com.google.errorprone.annotations.FormatMethod;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Makes and drops databases on one server, and never drops one that does not bear our mark. */
final class DatabaseMaker {
  private static final String NAME = "whimbrel_scratch_";

  private final ServerAddress address;

  DatabaseMaker(ServerAddress address) {
    this.address = address;
  }

  /** A database of ours: its name and the mark it bears. */
  record Made(String name, Mark mark) {}

  Made make(String template) {
    try (var connection = address.connect(address.database())) {
      var now = now(connection);
      sweep(connection, now);
      return make(connection, template, now);
    } catch (SQLException e) {
      throw new ScratchException(
          "No scratch database could be made from %s on %s; see that the user may create databases"
              .formatted(template, address),
          e);
    }
  }

  /** Does nothing where the database is gone or has become another's. */
  void drop(Made made) {
    try (var connection = address.connect(address.database())) {
      if (bears(connection, made)) {
        dropUsed(connection, made);
      }
    } catch (SQLException e) {
      throw new ScratchException(
          "The scratch database %s on %s could not be dropped; a later run will, in a day"
              .formatted(made.name(), address),
          e);
    }
  }

  /**
   * Before version 13 there was no word for it, and those who are connected are sent away first.
   */
  private static void dropUsed(Connection connection, Made made) throws SQLException {
    boolean forces = connection.getMetaData().getDatabaseMajorVersion() > 12;
    if (!forces) {
      execute(
          connection,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'",
          made.name());
    }
    execute(
        connection,
        "DROP DATABASE IF EXISTS %s%s",
        quoted(made.name()),
        forces ? " WITH (FORCE)" : "");
  }

  /** Gives a database a lasting name, and has all that is in memory written to files. */
  void rename(String database) {
    try (var connection = address.connect(address.database())) {
      if (!database.equals(ScratchServer.REMEMBERED)) {
        execute(
            connection,
            "ALTER DATABASE %s RENAME TO %s",
            quoted(database),
            quoted(ScratchServer.REMEMBERED));
      }
      execute(connection, "CHECKPOINT");
    } catch (SQLException e) {
      throw new ScratchException("%s on %s could not be kept".formatted(database, address), e);
    }
  }

  private static Made make(Connection connection, String template, Instant now)
      throws SQLException {
    var made = new Made(NAME + random(), Mark.fresh(now));
    var strategy =
        connection.getMetaData().getDatabaseMajorVersion() < 15 ? "" : " STRATEGY file_copy";
    execute(
        connection,
        "CREATE DATABASE %s TEMPLATE %s%s",
        quoted(made.name()),
        quoted(template),
        strategy);
    mark(connection, made);
    return made;
  }

  private static void mark(Connection connection, Made made) throws SQLException {
    var name = quoted(made.name());
    try {
      execute(connection, "COMMENT ON DATABASE %s IS '%s'", name, made.mark().text());
    } catch (SQLException e) {
      execute(connection, "DROP DATABASE %s", name);
      throw e;
    }
  }

  /** Drops what a run that died left behind. */
  private static void sweep(Connection connection, Instant now) throws SQLException {
    for (var made : left(connection)) {
      if (made.mark().expiry().isBefore(now)) {
        dropUnused(connection, made);
      }
    }
  }

  /** What came into use again stays, so there is no FORCE here. */
  private static void dropUnused(Connection connection, Made made) {
    try {
      execute(connection, "DROP DATABASE IF EXISTS %s", quoted(made.name()));
    } catch (SQLException e) {
      return; // someone uses it or was quicker; the next run looks again
    }
  }

  private static List<Made> left(Connection connection) throws SQLException {
    var query =
        """
        SELECT d.datname, shobj_description(d.oid, 'pg_database')
        FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba AND r.rolname = current_user
        WHERE d.datname ~ '^whimbrel_scratch_[0-9a-f]{16}$'
          AND shobj_description(d.oid, 'pg_database') IS NOT NULL
          AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
        """;
    var found = new ArrayList<Made>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        var name = rows.getString(1);
        Mark.parse(rows.getString(2)).ifPresent(mark -> found.add(new Made(name, mark)));
      }
    }
    return found;
  }

  private static boolean bears(Connection connection, Made made) throws SQLException {
    var query =
        """
        SELECT FROM pg_database
        WHERE datname = ? AND shobj_description(oid, 'pg_database') = ?
        """;
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, made.name());
      statement.setString(2, made.mark().text());
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The server's clock, since several machines may share the server. */
  private static Instant now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT extract(epoch FROM now())::bigint")) {
      rows.next();
      return Instant.ofEpochSecond(rows.getLong(1));
    }
  }

  @FormatMethod
  private static void execute(Connection connection, String template, Object... blanks)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(template.formatted(blanks));
    }
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
