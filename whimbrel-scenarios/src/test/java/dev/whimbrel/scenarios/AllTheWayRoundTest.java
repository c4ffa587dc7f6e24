package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Databases of real programs, all the way round: pulled into Java, generated, migrated into an
 * empty database, and compared by the database's own tools.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllTheWayRoundTest {
  private static final Path CORPORA = Path.of("..", "..", "shared", "corpora");

  private final CommandDoor door = new TypedCommands();
  private final Map<Integer, VersionedServer> servers = new HashMap<>();
  @TempDir Path folder;

  @AfterAll
  void stop() {
    servers.values().forEach(VersionedServer::close);
  }

  /** A few of them, or all on all versions and in both forms with {@code -Drounds.all=true}. */
  static Stream<Arguments> postgresDatabases() throws IOException {
    Path dumps = CORPORA.resolve("final-pg");
    if (!Boolean.getBoolean("rounds.all") || !Files.exists(dumps)) {
      return Stream.of(
          Arguments.of(15, "better-chatbot", "java"),
          Arguments.of(15, "concourse", "java"),
          Arguments.of(12, "umami", "java"),
          Arguments.of(18, "umami", "sql"));
    }
    try (Stream<Path> files = Files.list(dumps)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".dump.sql", ""))
              .sorted()
              .toList();
      return Stream.of(12, 15, 18)
          .flatMap(version ->
              names.stream()
                  .flatMap(name ->
                      Stream.of("java", "sql").map(form -> Arguments.of(version, name, form))));
    }
  }

  @ParameterizedTest
  @MethodSource("postgresDatabases")
  void aPostgresDatabaseComesBack(int version, String name, String form) throws IOException {
    comesBack(version, name, form, corpus("final-pg", name + ".dump.sql"));
  }

  /** On the usual server, or on all of them with {@code -Drounds.all=true}. */
  static Stream<Arguments> forms() {
    Stream<Integer> versions =
        Boolean.getBoolean("rounds.all") ? Stream.of(12, 15, 18) : Stream.of(15);
    return versions.flatMap(
        version -> Stream.of("java", "sql").map(form -> Arguments.of(version, form)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aSchemaOfEverythingComesBack(int version, String form) throws IOException {
    var schema = new StringBuilder();
    for (int known : List.of(12, 15, 18)) {
      schema.append(known > version ? "" : resource("/everything/" + known + ".sql"));
    }
    comesBack(version, "everything", form, schema.toString());
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = AllTheWayRoundTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void comesBack(int version, String name, String form, String dump) throws IOException {
    VersionedServer server = server(version);
    try (ScratchDatabase there = server.server().create();
        ScratchDatabase here = server.server().create()) {
      allTheWayRound(
          "postgresql",
          form,
          dump,
          RealDatabase.on(there),
          RealDatabase.on(here),
          database -> server.dump(database.url()).text());
    }
    System.out.printf("round: PostgreSQL %d  %-28s %-4s equal%n", version, name, form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dyad",
        "pingvin-share",
        "komga",
        "conductor-sqlite",
        "homarr-sqlite",
        "memos-sqlite-latest"
      })
  void anSqliteDatabaseComesBack(String name) throws IOException {
    String dump = corpus("final-sqlite", name + ".schema.sql");
    RealDatabase there = RealDatabase.in(folder.resolve("there.db"));
    RealDatabase here = RealDatabase.in(folder.resolve("here.db"));
    allTheWayRound("sqlite", "java", dump, there, here, RealDatabase::shape);
  }

  private static String corpus(String kind, String name) throws IOException {
    Path file = CORPORA.resolve(kind).resolve(name);
    assumeTrue(Files.exists(file), "the corpora are not at hand: " + file);
    return Files.readString(file);
  }

  private VersionedServer server(int version) {
    return servers.computeIfAbsent(version, VersionedServer::start);
  }

  private static void load(RealDatabase database, String dump) {
    try {
      database.load(dump);
    } catch (DatabaseException refusal) {
      String said = String.valueOf(refusal.getMessage());
      assumeTrue(!said.contains("is not available"), said);
      assumeTrue(!said.contains("could not open extension control file"), said);
      // came with version 13
      assumeTrue(!said.contains("function gen_random_uuid() does not exist"), said);
      throw refusal;
    }
  }

  private void allTheWayRound(
      String dialect,
      String form,
      String dump,
      RealDatabase there,
      RealDatabase here,
      Function<RealDatabase, String> shape)
      throws IOException {
    load(there, dump);
    String source = form.equals("sql") ? "schema.sql" : "schema";
    Files.writeString(
        folder.resolve("whimbrel.yaml"),
        "dialect: %s\nschema: %s\ntables: [\"*\", schema_migrations, alembic_version]\ndatabase:\n  url: ${DATABASE_URL}\n  user: ${DATABASE_USER:-}\n  password: ${DATABASE_PASSWORD:-}\n"
            .formatted(dialect, source));
    type(there, "pull", "--" + form, source);
    assertThat(type(there, "diff", "database", "database")).contains("No difference");
    type(here, "generate", "--name", "all_of_it");
    type(here, "migrate");
    String again = type(here, "generate", "--name", "again");
    assertThat(again).contains("Nothing to do");
    assertThat(shape.apply(here)).isEqualTo(shape.apply(there));
  }

  private String type(RealDatabase database, String... arguments) {
    var answer = door.call(folder, database.environment(), List.of(arguments));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
