package dev.whimbrel.kit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas as Java sources. */
class JavaWriterTest {
  private static final DataType INTEGER = new DataType.Int(32);
  private static final DataType TEXT = new DataType.Text(Optional.empty());

  @TempDir Path folder;

  @Test
  void aTableReadsAsAPersonWouldWriteIt() {
    ObjectName users = ObjectName.of("users");
    Schema schema =
        Schema.of(
            Table.of(
                    users,
                    filled("id", new DataType.Uuid(), "gen_random_uuid()").notNull(),
                    Column.of("full_name", new DataType.Text(Optional.of(80))).notNull(),
                    filled("role", TEXT, "'user'::text"),
                    Column.of("boss", new DataType.Uuid()))
                .with(new Constraint.PrimaryKey("", List.of("id")))
                .with(new Constraint.Unique("users_full_name_unique", List.of("full_name"), false))
                .with(key("users_boss_users_id_fk", "boss", users, "id"))
                .with(Index.of("users_role_idx", false, List.of("role"))));
    assertThat(new JavaWriter("postgresql", "app").write(schema))
        .containsOnlyKeys("app/Users.java")
        .containsEntry(
            "app/Users.java",
            """
            package app;

            import dev.whimbrel.postgres.dsl.*;
            import java.util.UUID;

            /** The table {@code users}. */
            public final class Users extends PostgresTable {
              public final Column<UUID> id = uuid("id").defaultRandom().primaryKey();
              public final Column<String> fullName = varchar("full_name", 80).notNull().unique();
              public final Column<String> role = text("role").defaultTo("user");
              public final Column<UUID> boss = uuid("boss").references(Users.class, u -> u.id, onDelete(CASCADE));

              {
                index("users_role_idx").on(role);
              }
            }
            """);
  }

  @Test
  void strangeNamesBecomeJavaNamesAndComeBack() {
    readsAgain(
        Schema.of(
            Table.of(
                ObjectName.of("string"),
                Column.of("class", TEXT),
                Column.of("1st", TEXT),
                Column.of("", TEXT),
                Column.of("größe", TEXT),
                Column.of("a_b", TEXT),
                Column.of("aB", TEXT),
                Column.of("a\\u0041\"b", TEXT),
                Column.of("CASCADE", TEXT)),
            Table.of(ObjectName.of("column"), Column.of("name", TEXT)),
            Table.of(ObjectName.of("label"), Column.of("record", TEXT)),
            Table.of(ObjectName.of("Users"), Column.of("id", INTEGER)),
            Table.of(ObjectName.of("users"), Column.of("id", INTEGER)),
            Table.of(new ObjectName("app", "users"), Column.of("id", INTEGER)),
            Table.of(ObjectName.of("größen */"), Column.of("id", INTEGER)),
            Table.of(ObjectName.of("表"), Column.of("列", INTEGER))));
  }

  @Test
  void keysThatTheCompilerCannotCheckAreWrittenByName() {
    ObjectName big = ObjectName.of("big");
    readsAgain(
        Schema.of(
            Table.of(big, Column.of("id", new DataType.Int(64)).notNull(), Column.of("b", TEXT))
                .with(new Constraint.PrimaryKey("big_key", List.of("id"))),
            Table.of(ObjectName.of("small"), Column.of("big_id", INTEGER), Column.of("b", TEXT))
                .with(key("other types", "big_id", big, "id"))
                .with(key("missing", "b", new ObjectName("else", "where"), "x"))));
  }

  @Test
  void keysOverSeveralColumnsAndEveryOptionComeBack() {
    ObjectName orders = ObjectName.of("orders");
    readsAgain(
        Schema.of(
            Table.of(
                    orders,
                    Column.of("shop", INTEGER).notNull(),
                    Column.of("number", TEXT).notNull().collated("C"))
                .with(new Constraint.PrimaryKey("orders_shop_number_pk", List.of("shop", "number")))
                .with(new Constraint.Unique("u", List.of("number", "shop"), true))
                .with(new Constraint.Check("c", new Expression("number <> '\\d'\n  AND shop > 0 ")))
                .with(new Constraint.Verbatim("x", "EXCLUDE USING gist (shop WITH =)"))
                .with(
                    new Constraint.ForeignKey(
                        "again",
                        List.of("shop", "number"),
                        orders,
                        List.of("shop", "number"),
                        Action.SET_DEFAULT,
                        Action.RESTRICT,
                        Deferral.INITIALLY_DEFERRED))
                .withOptions(List.of("WITH (fillfactor=70)"))));
  }

  @Test
  void whatIsNotATableIsExported() {
    ObjectName mood = ObjectName.of("mood");
    ObjectName state = new ObjectName("app", "state");
    ObjectName users = ObjectName.of("users");
    var view =
        new View(ObjectName.of("happy"), "SELECT *\n  FROM users\n \"\"\"  ", false, Set.of(users));
    readsAgain(
        Schema.of(
            new EnumType(mood, List.of("so so", "happy", "Happy", "class", "")),
            new EnumType(state, List.of("on", "off")),
            Table.of(
                users,
                filled("mood", new DataType.Enumerated(mood), "'so so'"),
                filled("moods", new DataType.Array(new DataType.Enumerated(mood)), "'{}'")),
            view,
            new View(new ObjectName("app", "kept"), "SELECT 1", true, Set.of(view.name())),
            new Opaque(
                ObjectName.of("function f()"),
                "function",
                "CREATE FUNCTION f() AS $$\n    BEGIN\t\r\n\n    END \\ $$ \"",
                "DROP FUNCTION f()",
                Set.of())));
  }

  @Test
  void everyWayToFillAColumnComesBack() {
    var options =
        new ValueSource.SequenceOptions(
            Optional.of(5L),
            Optional.of(-1L),
            Optional.of(Long.MIN_VALUE),
            Optional.of(9L),
            Optional.of(2L),
            true);
    readsAgain(
        Schema.of(
            Table.of(
                ObjectName.of("filled"),
                Column.of("a", INTEGER)
                    .notNull()
                    .filledBy(new ValueSource.Identity(false, options)),
                Column.of("b", new DataType.Int(16)).notNull().filledBy(new ValueSource.Serial()),
                Column.of("c", INTEGER)
                    .filledBy(new ValueSource.Generated(new Expression("a * 2"), true)),
                Column.of("d", INTEGER)
                    .filledBy(new ValueSource.Generated(new Expression("a * 3"), false)),
                filled("e", new DataType.Int(64), "-12345678901"),
                filled("f", new DataType.Decimal(Optional.of(9), 2), "1.50"),
                filled("g", new DataType.Decimal(Optional.of(9), -2), "100"),
                filled("h", new DataType.Native("tsvector"), "to_tsvector('a')"))));
  }

  private void readsAgain(Schema schema) {
    Schema again =
        new SourceFolder(folder).files(new JavaWriter("postgresql", "").write(schema)).schema();
    assertThat(again.objects().values().stream().map(Object::toString).toList())
        .isEqualTo(sorted(schema, again));
  }

  /** The objects with their constraints in the order of the others, for it has no meaning. */
  private static List<String> sorted(Schema schema, Schema again) {
    return schema.objects().values().stream()
        .map(object ->
            object instanceof Table table
                ? inOrder(table, again.table(table.name())).toString()
                : object.toString())
        .toList();
  }

  private static Table inOrder(Table table, Table other) {
    List<Constraint> order = other.constraints();
    return table.withConstraints(
        table.constraints().stream().sorted(Comparator.comparingInt(order::indexOf)).toList());
  }

  private static Constraint key(String name, String column, ObjectName table, String target) {
    return new Constraint.ForeignKey(
        name,
        List.of(column),
        table,
        List.of(target),
        Action.CASCADE,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  private static Column filled(String name, DataType type, String sql) {
    return Column.of(name, type).filledBy(new ValueSource.Default(new Expression(sql)));
  }
}
