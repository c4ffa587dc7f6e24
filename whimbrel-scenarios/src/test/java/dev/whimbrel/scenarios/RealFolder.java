package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of migrations of a real program, which lies beside the project or not at all.
 *
 * @param kind the folder among them that holds it
 * @param places where its migrations lie within
 * @param placeholders what the program says of its scripts
 * @param end the dump of what they lead to
 */
record RealFolder(
    String kind,
    String name,
    String dialect,
    String layout,
    List<String> places,
    Map<String, String> placeholders,
    String end) {
  private static final Path CORPORA = Path.of("..", "..", "shared", "corpora");

  private static final String PG = "postgresql";
  private static final String LITE = "sqlite";

  /** All of them. */
  static List<RealFolder> all() {
    return List.of(
        one("drizzle-pg", "better-chatbot", PG, "drizzle", "src/lib/db/migrations/pg"),
        one("drizzle-pg", "dittofeed", PG, "drizzle", "packages/backend-lib/drizzle"),
        one("drizzle-pg", "homarr-pg", PG, "drizzle", "packages/db/migrations/postgresql"),
        one(
            "drizzle-pg",
            "trigger-dashboard-agent",
            PG,
            "drizzle",
            "internal-packages/dashboard-agent-db/drizzle"),
        one("drizzle-sqlite", "dyad", LITE, "drizzle", "drizzle"),
        one("drizzle-sqlite", "homarr-sqlite", LITE, "drizzle", "packages/db/migrations/sqlite"),
        one(
            "prisma-pg",
            "dittofeed-prisma",
            PG,
            "prisma",
            "packages/backend-lib/prisma/migrations"),
        one("prisma-pg", "langfuse", PG, "prisma", "packages/shared/prisma/migrations"),
        one(
            "prisma-pg",
            "trigger-run-ops",
            PG,
            "prisma",
            "internal-packages/run-ops-database/prisma/migrations"),
        one("prisma-pg", "umami", PG, "prisma", "prisma/migrations"),
        one("prisma-sqlite", "pingvin-share", LITE, "prisma", "backend/prisma/migrations"),
        one(
                "flyway",
                "conductor",
                PG,
                "flyway",
                "postgres-persistence/src/main/resources/db/migration_postgres")
            .also("postgres-persistence/src/main/resources/db/migration_postgres_data")
            .also("postgres-persistence/src/main/resources/db/migration_postgres_notify")
            .also("scheduler/postgres-persistence/src/main/resources/db/migration_scheduler")
            .endingAs("conductor-pg"),
        one(
                "flyway",
                "conductor",
                LITE,
                "flyway",
                "sqlite-persistence/src/main/resources/db/migration_sqlite")
            .also("scheduler/sqlite-persistence/src/main/resources/db/migration_scheduler_sqlite")
            .endingAs("conductor-sqlite"),
        one("flyway", "komga", LITE, "flyway", "komga/src/flyway/resources/db/migration/sqlite")
            .saying(
                Map.of(
                    "library-file-hashing", "1",
                    "library-scan-startup", "0",
                    "delete-empty-collections", "1",
                    "delete-empty-read-lists", "1")),
        one("numbered", "concourse", PG, "pairs", "atc/db/migration/migrations"),
        one("numbered", "harbor", PG, "pairs", "make/migrations/postgresql"));
  }

  private static RealFolder one(
      String kind, String name, String dialect, String layout, String place) {
    return new RealFolder(kind, name, dialect, layout, List.of(place), Map.of(), name);
  }

  private RealFolder also(String place) {
    List<String> more = Stream.concat(places.stream(), Stream.of(place)).toList();
    return new RealFolder(kind, name, dialect, layout, more, placeholders, end);
  }

  private RealFolder endingAs(String other) {
    return new RealFolder(kind, name, dialect, layout, places, placeholders, other);
  }

  private RealFolder saying(Map<String, String> values) {
    return new RealFolder(kind, name, dialect, layout, places, values, end);
  }

  boolean isPostgres() {
    return dialect.equals(PG);
  }

  boolean isThere() {
    return folders().stream().allMatch(Files::isDirectory);
  }

  List<Path> folders() {
    Path root = CORPORA.resolve(kind).resolve(name).resolve("src").toAbsolutePath().normalize();
    return places.stream().map(root::resolve).toList();
  }

  /** The dump of where they lead. */
  Path dump() {
    return isPostgres()
        ? CORPORA.resolve("final-pg").resolve(end + ".dump.sql")
        : CORPORA.resolve("final-sqlite").resolve(end + ".schema.sql");
  }

  /** What a project that adopts the folder would say of it. */
  String configuration(boolean alongside) {
    String values =
        placeholders.entrySet().stream()
            .map(value -> "\n    %s: \"%s\"".formatted(value.getKey(), value.getValue()))
            .collect(Collectors.joining());
    return """
    dialect: %s
    migrations:
      layout: %s
      folder: %s
      history: %s
      placeholders:%s
    database:
      url: ${DATABASE_URL}
      user: ${DATABASE_USER:-}
      password: ${DATABASE_PASSWORD:-}
    """
        .formatted(
            dialect,
            layout,
            folders().stream()
                .map(Path::toString)
                .collect(Collectors.joining("\", \"", "[\"", "\"]")),
            alongside ? "alongside" : "once",
            values);
  }

  /** The migrations, in their order. */
  List<Migration> migrations() {
    return directory().migrations();
  }

  /** Where that lies which another tool keeps, and no dump of the program has. */
  String place(MigrationId id) {
    return directory().place(id, Direction.UP);
  }

  private MigrationDirectory directory() {
    return new LayoutSettings(
            Layout.named(layout).orElseThrow(),
            folders(),
            Optional.empty(),
            Optional.empty(),
            placeholders)
        .open();
  }

  @Override
  public String toString() {
    return kind + "/" + end;
  }
}
