package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Prisma's own tool agrees with a folder and a history that we continued, and goes on itself. Runs
 * where many tries are wanted, npm can be had, and Prisma's engine too: it is fetched from a host
 * of Prisma's, or lies where {@code PRISMA_SCHEMA_ENGINE_BINARY} says.
 */
@ExtendWith(SharedDatabases.class)
class PrismaLawsTest {
  private static final String FIRST = "20260101000000_init";
  private static final String LAST = "20990101000000_by_prisma";

  private final CommandDoor door = new TypedCommands();
  private final TestDatabases databases;

  PrismaLawsTest(TestDatabases databases) {
    this.databases = databases;
  }

  @Test
  void agreesAndGoesOn() throws IOException {
    assumeTrue(Integer.getInteger("laws.tries", 0) > 0, "only where many tries are wanted");
    NodeProject node = NodeProject.with("prisma", "prisma@7.10.1");
    Path folder = Files.createTempDirectory(node.folder(), "postgresql");
    try (var database = databases.postgres()) {
      begin(folder);
      NodeProject.Outcome deployed = prisma(folder, database, "deploy");
      assumeTrue(
          !deployed.output().contains("binaries.prisma.sh"),
          "Prisma's engine cannot be fetched: " + deployed.output());
      assertThat(deployed.isWell()).as(deployed.output()).isTrue();
      weGoOn(folder, database);
      itGoesOn(folder, database);
    }
  }

  private void weGoOn(Path folder, TestDatabase database) throws IOException {
    assertThat(whimbrel(folder, database, "status")).contains(FIRST + "  applied");
    write(
        folder.resolve("schema/all.sql"),
        """
        CREATE TABLE users (id integer PRIMARY KEY, email text);
        CREATE INDEX users_email_idx ON users (email);
        """);
    whimbrel(folder, database, "generate", "--name", "more");
    assertThat(prisma(folder, database, "status").output()).contains("have not yet been applied");
    whimbrel(folder, database, "migrate");
    NodeProject.Outcome status = prisma(folder, database, "status");
    assertThat(status.isWell()).as(status.output()).isTrue();
    assertThat(status.output()).contains("2 migrations found", "Database schema is up to date!");
  }

  private void itGoesOn(Path folder, TestDatabase database) throws IOException {
    write(
        folder.resolve("prisma/migrations").resolve(LAST).resolve("migration.sql"),
        "CREATE TABLE posts (id integer PRIMARY KEY);\n");
    NodeProject.Outcome deployed = prisma(folder, database, "deploy");
    assertThat(deployed.isWell()).as(deployed.output()).isTrue();
    assertThat(whimbrel(folder, database, "status")).contains(LAST).doesNotContain("pending");
    assertThat(whimbrel(folder, database, "migrate")).contains("Nothing to apply");
  }

  private static void begin(Path folder) throws IOException {
    write(
        folder.resolve("prisma/schema.prisma"),
        "datasource db {\n  provider = \"postgresql\"\n}\n");
    write(
        folder.resolve("prisma.config.ts"),
        "export default { schema: 'prisma/schema.prisma',"
            + " datasource: { url: process.env.DATABASE_URL } };\n");
    write(folder.resolve("prisma/migrations/migration_lock.toml"), "provider = \"postgresql\"\n");
    write(
        folder.resolve("prisma/migrations").resolve(FIRST).resolve("migration.sql"),
        "CREATE TABLE users (id integer PRIMARY KEY);\n");
    write(
        folder.resolve("whimbrel.yaml"),
        """
        dialect: postgresql
        schema: schema
        migrations: {layout: prisma, folder: prisma/migrations, history: alongside}
        database: {url: "${DATABASE_URL}"}
        """);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static NodeProject.Outcome prisma(Path folder, TestDatabase database, String word)
      throws IOException {
    var command = new ArrayList<>(List.of("node", "../node_modules/prisma/build/index.js"));
    command.addAll(Stream.of("migrate", word).toList());
    return new NodeProject(folder).run(Map.of("DATABASE_URL", NodeUrl.of(database.url())), command);
  }

  private String whimbrel(Path folder, TestDatabase database, String... words) {
    var answer =
        door.call(folder, Map.of("DATABASE_URL", NodeUrl.of(database.url())), List.of(words));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
