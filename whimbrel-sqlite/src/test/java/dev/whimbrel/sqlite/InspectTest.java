package dev.whimbrel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class InspectTest {
  private static Schema inspected(String script) {
    try (Desk desk = Desk.inMemory().script(script)) {
      Schema schema = desk.schema();
      assertThat(new SqliteDialect().normalizer().normalize(schema)).isEqualTo(schema);
      return schema;
    }
  }

  private static Table table(String script) {
    return inspected(script).tables().findFirst().orElseThrow();
  }

  @Test
  void readsColumnsAsTheyWereWritten() {
    Table table =
        table(
            """
            CREATE TABLE "T" ( -- a comment, with (parentheses
              a, [b c] VARCHAR ( 20 ) COLLATE nocase /* , */, 'd' unsigned big int DEFAULT -1.5 NOT NULL,
              e DEFAULT "x", f DEFAULT (('y')), g DEFAULT (1 + 2), h DEFAULT true,
              i integer GENERATED ALWAYS AS ("b c" || [a]) STORED, j AS (a))\
            """);
    assertThat(table.columns().stream().map(Column::type))
        .containsExactly(
            types("", "VARCHAR ( 20 )", "unsigned big int", "", "", "", "", "integer", ""));
    assertThat(table.columns().stream().map(column -> column.value().toString()))
        .containsExactly(
            "Given[]",
            "Given[]",
            "Default[expression=-1.5]",
            "Default[expression='x']",
            "Default[expression='y']",
            "Default[expression=1 + 2]",
            "Default[expression=true]",
            "Generated[expression=\"b c\" || a, stored=true]",
            "Generated[expression=a, stored=false]");
    assertThat(table.column("b c").collation()).contains("nocase");
    assertThat(table.column("d").nullable()).isFalse();
  }

  private static DataType[] types(String... words) {
    return List.of(words).stream().map(DataType.Native::new).toArray(DataType[]::new);
  }

  @Test
  void readsConstraintsWhereverTheyStand() {
    Table table =
        inspected(
                """
                CREATE TABLE Parent (Id integer PRIMARY KEY AUTOINCREMENT);
                CREATE TABLE t (
                  a integer CONSTRAINT one REFERENCES PARENT ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                  b text UNIQUE CHECK (B <> ')'), c text UNIQUE ON CONFLICT REPLACE,
                  CONSTRAINT two UNIQUE (A, b) CONSTRAINT three CHECK ("a" > 1 AND t.b IS NOT NULL),
                  UNIQUE (a COLLATE NOCASE, b DESC), PRIMARY KEY (a, B))\
                """)
            .table(ObjectName.of("t"));
    assertThat(table.constraints().stream().map(Constraint::toString))
        .containsExactly(
            "PrimaryKey[name=, columns=[a, b]]",
            "ForeignKey[name=one, columns=[a], references=Parent, referenced=[Id],"
                + " onDelete=SET_NULL, onUpdate=NO_ACTION, deferral=INITIALLY_DEFERRED]",
            "Unique[name=two, columns=[a, b], nullsNotDistinct=false]",
            "Unique[name=, columns=[b], nullsNotDistinct=false]",
            "Check[name=, condition=b <> ')']",
            "Check[name=three, condition=a > 1 AND b IS NOT NULL]",
            "Verbatim[name=, definition=UNIQUE (a COLLATE NOCASE, b DESC)]",
            "Verbatim[name=, definition=UNIQUE (c) ON CONFLICT REPLACE]");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {
        "CREATE VIEW t (b) AS SELECT 1",
        "CREATE VIRTUAL TABLE t USING fts5(a, b, tokenize='porter')",
        "CREATE VIRTUAL TABLE t USING rtree(id, x1, x2)"
      })
  void whatTheModelCannotHoldIsCarriedAsItIs(String sql) {
    Schema schema = inspected(sql);
    assertThat(schema.all(Opaque.class).map(Opaque::definition)).containsExactly(sql);
    assertThat(again(schema)).isEqualTo(schema);
  }

  private static Schema again(Schema schema) {
    try (Desk desk = Desk.inMemory()) {
      desk.migrate(Desk.sql(desk.plan(schema, RenameResolver.none()).forward()));
      return desk.schema();
    }
  }

  @Test
  void carriesTriggersViewsAndVirtualTables() {
    Schema schema =
        inspected(
            """
            CREATE VIRTUAL TABLE found USING fts5(title, content='notes');
            CREATE TABLE notes (title text);
            CREATE TABLE _whimbrel_history (id);
            CREATE TRIGGER _mine AFTER INSERT ON _whimbrel_history BEGIN SELECT 1; END;
            CREATE VIEW titles AS SELECT title FROM "NOTES"; -- gone
            CREATE TRIGGER noted AFTER INSERT ON notes BEGIN INSERT INTO found VALUES (new.title); END;
            """);
    assertThat(schema.objects().values().stream().map(SchemaObject::title))
        .containsExactly(
            "table notes", "view titles", "trigger noted on notes", "virtual table found");
    assertThat(schema.find(ObjectName.of("trigger noted on notes")))
        .get()
        .extracting(object -> ((Opaque) object).leansOn().size())
        .isEqualTo(2);
    assertThat(again(schema)).isEqualTo(schema);
  }

  @Test
  void spellsWhatAnotherDatabaseKnows() {
    var role = new EnumType(ObjectName.of("role"), List.of("a", "it's"));
    Table users =
        Table.of(
                ObjectName.of("users"),
                Column.of("id", new DataType.Int(64)).filledBy(new ValueSource.Serial()),
                Column.of("role", new DataType.Enumerated(role.name())),
                Column.of("ok", new DataType.Bool()))
            .with(new Constraint.PrimaryKey("", List.of("id")));
    Schema schema = new SqliteDialect().normalizer().normalize(Schema.of(role, users));
    assertThat(again(schema)).isEqualTo(schema);
    assertThat(schema.table(users.name()).constraints())
        .contains(
            new Constraint.Check("users_role_check", new Expression("role IN ('a', 'it''s')")));
  }
}
