package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.migrate.Whimbrel;
import dev.whimbrel.migrate.directory.ClassPathDirectory;
import dev.whimbrel.migrate.directory.DirectoryException;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.run.RunEvent;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** An application that migrates when it starts. */
@ExtendWith(SharedDatabases.class)
class EmbeddedRunTest {
  private static final String SCRIPT = "CREATE TABLE t (id int);\nINSERT INTO t VALUES (1);\n";

  private final TestDatabases databases;
  @TempDir Path folder;

  EmbeddedRunTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void migratesInOneLine() throws Exception {
    writeMigration();
    try (var database = databases.postgres()) {
      DataSource dataSource = postgres(database);
      assertThat(Whimbrel.migrate(dataSource, folder.toString()).applied()).hasSize(1);
      assertThat(Whimbrel.migrate(dataSource, folder.toString()).applied()).isEmpty();
      assertThat(Whimbrel.with(dataSource, folder.toString()).status()).hasSize(1);
    }
  }

  @Test
  void tellsAListener() throws Exception {
    writeMigration();
    List<RunEvent> events = new ArrayList<>();
    try (var database = databases.sqliteFile()) {
      Whimbrel.with(sqlite(database), folder.toString()).listener(events::add).migrate();
    }
    assertThat(events).hasAtLeastOneElementOfType(RunEvent.Applied.class);
  }

  @Test
  void tenInstancesStartAtOnceOnPostgres() throws Exception {
    writeMigration();
    try (var database = databases.postgres()) {
      startTen(database, postgres(database));
    }
  }

  @Test
  void tenInstancesStartAtOnceOnSqlite() throws Exception {
    writeMigration();
    try (var database = databases.sqliteFile()) {
      startTen(database, sqlite(database));
    }
  }

  @Test
  void findsMigrationsInAJar() throws Exception {
    Path jar = folder.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry("db/"));
      out.putNextEntry(new JarEntry("db/20260101000000_a/"));
      out.putNextEntry(new JarEntry("db/20260101000000_a/migration.sql"));
      out.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
    }
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
        var database = databases.sqliteFile()) {
      var directory = new ClassPathDirectory("db", loader);
      assertThat(Whimbrel.with(sqlite(database), directory).migrate().applied()).hasSize(1);
      assertThatThrownBy(() -> new ClassPathDirectory("nowhere", loader).migrations())
          .isInstanceOf(DirectoryException.class)
          .hasMessageContaining("Are the migrations in the jar?");
    }
  }

  private void startTen(TestDatabase database, DataSource dataSource) throws Exception {
    var barrier = new CyclicBarrier(10);
    List<Future<Integer>> instances = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (int i = 0; i < 10; i++) {
        instances.add(
            threads.submit(() -> {
              barrier.await();
              return Whimbrel.migrate(dataSource, folder.toString()).applied().size();
            }));
      }
    }
    int applied = 0;
    for (Future<Integer> instance : instances) {
      applied += instance.get();
    }
    assertThat(applied).isEqualTo(1);
    assertThat(database.session().query("SELECT * FROM t")).hasSize(1);
  }

  private void writeMigration() throws Exception {
    Path migration = Files.createDirectories(folder.resolve("20260101000000_a"));
    Files.writeString(migration.resolve("migration.sql"), SCRIPT);
  }

  private static DataSource postgres(TestDatabase database) {
    ConnectionUrl url = database.url();
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url.jdbcUrl());
    dataSource.setUser(url.user().orElse(""));
    dataSource.setPassword(url.password().orElse(""));
    return dataSource;
  }

  private static DataSource sqlite(TestDatabase database) {
    var dataSource = new SQLiteDataSource();
    dataSource.setUrl(database.url().jdbcUrl());
    return dataSource;
  }
}
