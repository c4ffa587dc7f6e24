package dev.whimbrel.testkit.database;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** SQLite in memory, where a lost connection is a lost database, or in a file. */
final class SqliteDatabase implements TestDatabase {
  private final ConnectionUrl url;
  private final Optional<Path> folder;
  private JdbcSession session;

  private SqliteDatabase(String url, Optional<Path> folder) {
    this.url = ConnectionUrl.parse(url);
    this.folder = folder;
    this.session = open(this.url);
  }

  static SqliteDatabase inMemory() {
    return new SqliteDatabase("jdbc:sqlite::memory:", Optional.empty());
  }

  static SqliteDatabase inFile() {
    try {
      Path folder = Files.createTempDirectory("whimbrel-test");
      return new SqliteDatabase("jdbc:sqlite:" + folder.resolve("test.db"), Optional.of(folder));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** With foreign keys on, as careful applications have them. */
  private static JdbcSession open(ConnectionUrl url) {
    JdbcSession session = JdbcSession.open(url);
    session.execute("PRAGMA foreign_keys = ON");
    return session;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public ConnectionUrl url() {
    return url;
  }

  @Override
  public void reconnect() {
    session.close();
    session = open(url);
  }

  @Override
  public void withoutForeignKeys(Runnable work) {
    long before = session.query("PRAGMA foreign_keys").getFirst().number("foreign_keys");
    session.execute("PRAGMA foreign_keys = OFF");
    work.run();
    session.execute("PRAGMA foreign_keys = " + before);
  }

  @Override
  public long brokenForeignKeys() {
    return session.query("PRAGMA foreign_key_check").size();
  }

  @Override
  public void close() {
    session.close();
    folder.ifPresent(SqliteDatabase::delete);
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
