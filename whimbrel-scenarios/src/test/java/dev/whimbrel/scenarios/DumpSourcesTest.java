package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas in SQL as tools and people leave them in files. */
class DumpSourcesTest {
  private static final String DUMP =
      """
      --
      -- PostgreSQL database dump
      --

      \\restrict 5kGfz0

      SET statement_timeout = 0;
      SET some_setting_of_a_later_version = 0;
      SET client_encoding = 'UTF8';
      SELECT pg_catalog.set_config('search_path', '', false);
      SET default_tablespace = '';

      CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8';
      ALTER DATABASE shop OWNER TO ann;
      COMMENT ON DATABASE shop IS 'all of it';

      \\unrestrict 5kGfz0
      \\connect shop
      \\restrict 5kGfz0

      CREATE VIEW public.names AS
       SELECT name FROM public.users;

      CREATE TABLE public.users (
          id integer NOT NULL,
          name text
      );
      ALTER TABLE public.users OWNER TO ann;

      COPY public.users (id, name) FROM stdin;
      1\tAda; DROP TABLE public.users;
      2\t\\N
      \\.

      SELECT pg_catalog.setval('public.numbers', 7, true);

      CREATE SEQUENCE public.numbers;

      GRANT CONNECT ON DATABASE shop TO ann;

      \\unrestrict 5kGfz0
      """;

  private final CommandDoor door = new TypedCommands();
  @TempDir Path folder;

  private CommandDoor.Answer generated() throws IOException {
    Files.writeString(folder.resolve("whimbrel.yaml"), "dialect: postgresql\nschema: schema\n");
    return door.call(folder, Map.of(), List.of("generate", "--name", "all", "--dry-run"));
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("schema"));
    Files.writeString(folder.resolve("schema").resolve(name), text);
  }

  @Test
  void whatPgDumpWritesWithRowsAndForAWholeDatabaseIsTheSchemaInIt() throws IOException {
    write("dump.sql", DUMP);
    var answer = generated();
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("CREATE TABLE \"users\"", "CREATE VIEW \"names\"", "CREATE SEQUENCE \"numbers\"")
        .doesNotContain("DATABASE", "COPY");
  }

  /** A dump leaves an empty search path behind, in which the next file would make nothing. */
  @Test
  void filesDoNotSetAnythingForOneAnother() throws IOException {
    write("1.sql", DUMP);
    write("2.sql", "CREATE VIEW later AS SELECT id FROM last;\nCREATE TABLE plain (id integer);");
    write("3.sql", "SET search_path = inner_one;\nCREATE TABLE thing (id integer);");
    write("4.sql", "CREATE SCHEMA inner_one;\nCREATE TABLE last (id integer);");
    var answer = generated();
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains(
            "CREATE TABLE \"plain\"",
            "CREATE VIEW \"later\"",
            "CREATE TABLE \"inner_one\".\"thing\"",
            "CREATE TABLE \"last\"");
  }

  /** Some of what the first one sets is set when the next is refused. */
  @Test
  void filesDoNotSetAnythingForOneAnotherWhereASettingIsRefused() throws IOException {
    write(
        "a.sql",
        "SET search_path = app;\nSET default_text_search_config = 'app.mine';\n"
            + "CREATE TABLE thing (id integer);");
    write(
        "b.sql",
        "CREATE TABLE plain (id integer);\n"
            + "CREATE TEXT SEARCH CONFIGURATION app.mine (COPY = pg_catalog.simple);");
    write("c.sql", "CREATE SCHEMA app;");
    var answer = generated();
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    assertThat(answer.output())
        .contains("CREATE TABLE \"plain\"", "CREATE TABLE \"app\".\"thing\"");
  }

  @Test
  void aLineForPsqlThatDoesSomethingIsNamed() throws IOException {
    write("schema.sql", "CREATE TABLE t (id integer);\n\\i more.sql\n");
    var answer = generated();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output()).contains("schema.sql, line 2", "\\i more.sql", "command of psql");
  }

  @Test
  void aVariableOfPsqlIsToldWithItsLine() throws IOException {
    write(
        "schema.sql",
        "\\set owner ann\nCREATE TABLE t (id integer);\nCREATE TABLE :owner (id integer);\n");
    var answer = generated();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output()).contains("schema.sql, line 3", "variable of psql");
  }

  @Test
  void tablesThatInheritInACircleOverFilesAreNamed() throws IOException {
    write("a.sql", "CREATE TABLE one () INHERITS (two);\n");
    write("b.sql", "CREATE TABLE two () INHERITS (one);\n");
    var answer = generated();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output()).contains("a.sql, line 1", "b.sql, line 1", "one, two");
  }

  @Test
  void anExtensionThatIsNotThereIsNamedWithTheWayOut() throws IOException {
    write("schema.sql", "CREATE TABLE t (id integer);\nCREATE EXTENSION postgis;\n");
    var answer = generated();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.output()).contains("schema.sql, line 2", "postgis", "scratch:", "url:");
  }
}
