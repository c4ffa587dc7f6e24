package dev.whimbrel.kit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said in a schema in Java, and where it is read from. */
class JavaSourceTest {
  private static final String TICKETS =
      """
      class Tickets extends PostgresTable {
        final Column<UUID> id = uuid("id").primaryKey();
        final Column<Progress> progress = enumerated("progress", Progress.class).defaultTo(Progress.NOT_STARTED);
      }
      """;
  private static final String PROGRESS =
      """
      enum Progress { @Label("not-started") NOT_STARTED, done }
      """;

  @TempDir Path folder;

  @Test
  void twoTablesMayReferToEachOtherAndToThemselves() {
    Schema schema =
        new SourceFolder(folder)
            .postgres(
                """
                class Teams extends PostgresTable {
                  static final Teams TABLE = new Teams();
                  final Column<Long> id = bigint("id").primaryKey();
                  final Column<Long> leader = bigint("leader").references(People.class, p -> p.id, onDelete(SET_NULL));
                  final Column<Long> parent = bigint("parent").references(Teams.class, t -> t.id);
                }
                """)
            .postgres(
                """
                class People extends PostgresTable {
                  final Column<Long> id = bigint("id").primaryKey();
                  final Column<Long> team = bigint("team").references(() -> Teams.TABLE.id, onDelete(CASCADE));
                }
                """)
            .schema();
    assertThat(schema.tables().flatMap(Table::foreignKeys))
        .extracting(Constraint.ForeignKey::name)
        .containsExactlyInAnyOrder(
            "people_team_teams_id_fk", "teams_leader_people_id_fk", "teams_parent_teams_id_fk");
  }

  @Test
  void anEnumIsATypeOfTheSchema() {
    Schema schema = new SourceFolder(folder).postgres(PROGRESS).postgres(TICKETS).schema();
    ObjectName name = ObjectName.of("progress");
    assertThat(schema.find(name)).contains(new EnumType(name, List.of("not-started", "done")));
    assertThat(schema.table(ObjectName.of("tickets")).column("progress").type())
        .isEqualTo(new DataType.Enumerated(name));
  }

  @Test
  void whatWasRenamedIsSaidInTheSchema() {
    var desired =
        new SourceFolder(folder)
            .postgres(
                """
                class People extends PostgresTable {
                  final Column<String> fullName = text("full_name").renamedFrom("name");
                  { renamedFrom("users"); }
                }
                """)
            .desired();
    ObjectName people = ObjectName.of("people");
    assertThat(desired.renames())
        .containsExactly(
            new RenameHint.OfTable(ObjectName.of("users"), people),
            new RenameHint.OfColumn(people, "name", "full_name"));
  }

  @Test
  void indexesHaveEveryForm() {
    Table users =
        new SourceFolder(folder)
            .postgres(
                """
                class Users extends PostgresTable {
                  final Column<String> email = text("email");
                  final Column<java.util.List<String>> tags = text("tags").array().defaultEmpty();
                  {
                    index().on(email.desc().nullsLast(), tags);
                    uniqueIndex("e").onExpression("lower(email)").where("email <> ''");
                    index("t").on(tags).using("gin").with("fastupdate=off").include(email);
                  }
                }
                """)
            .schema()
            .table(ObjectName.of("users"));
    assertThat(users.indexes())
        .extracting(Index::name)
        .containsExactly("users_email_tags_index", "e", "t");
    assertThat(users.indexes().getFirst().parts().getFirst().descending()).isTrue();
    assertThat(users.indexes().get(1).parts())
        .containsExactly(Index.Part.expression("lower(email)"));
    assertThat(users.column("tags").type())
        .isEqualTo(new DataType.Array(new DataType.Text(Optional.empty())));
  }

  @Test
  void columnsThatTablesShareStandInAnAbstractClass() {
    Table users =
        new SourceFolder(folder)
            .postgres(
                """
                abstract class Dated extends PostgresTable {
                  final Column<Instant> createdAt = timestamptz("created_at").notNull().defaultNow();
                }
                """)
            .postgres(
                "class Users extends Dated { final Column<Short> level = smallint(\"level\").defaultTo(1); }")
            .schema()
            .table(ObjectName.of("users"));
    assertThat(users.columns()).extracting("name").containsExactly("created_at", "level");
  }

  @Test
  void anExportHoldsViewsAndSql() {
    Schema schema =
        new SourceFolder(folder)
            .sqlite(
                "class Users extends SqliteTable { final Column<Integer> id = integer(\"id\").primaryKey().autoincrement(); { strict(); } }")
            .sqlite(
                """
                class App extends SqliteSchema {
                  {
                    tables(Users.class);
                    view("ids", "SELECT id FROM users").leansOn(Users.class);
                    sql("trigger t on users", "trigger", "CREATE TRIGGER t …", "DROP TRIGGER t").leansOn("users");
                  }
                }
                """)
            .schema();
    assertThat(schema.objects().keySet())
        .extracting(ObjectName::name)
        .containsExactly("ids", "trigger t on users", "users");
    assertThat(schema.table(ObjectName.of("users")).options()).containsExactly("STRICT");
  }

  @Test
  void anUnchangedSchemaIsNotCompiledAgain() throws IOException {
    Path cache = folder.resolve("cache");
    Path sources = folder.resolve("sources");
    var written = new SourceFolder(sources).postgres(PROGRESS).postgres(TICKETS);
    Schema first = cached(sources, cache);
    assertThat(entries(cache)).isEqualTo(1);
    assertThat(cached(sources, cache)).isEqualTo(first);
    assertThat(entries(cache)).isEqualTo(1);
    written.postgres(PROGRESS.replace("done", "done, dropped"));
    assertThat(cached(sources, cache)).isNotEqualTo(first);
    assertThat(entries(cache)).isEqualTo(2);
  }

  @Test
  void compiledClassesAreFoundInAFolderOfAClassPath() {
    new SourceFolder(folder).postgres(PROGRESS).postgres(TICKETS);
    Path classes = folder.resolve("classes");
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                folder.resolve("Tickets.java").toString(),
                folder.resolve("Progress.java").toString());
    assertThat(status).isZero();
    assertThat(JavaSource.ofClasses(List.of(classes), "schema").read().schema())
        .isEqualTo(new SourceFolder(folder).schema());
  }

  private static Schema cached(Path sources, Path cache) {
    return JavaSource.ofSources(List.of(sources), List.of(), Optional.of(cache)).read().schema();
  }

  private static long entries(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.count();
    }
  }
}
