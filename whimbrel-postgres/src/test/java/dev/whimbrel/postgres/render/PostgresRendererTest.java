package dev.whimbrel.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.LiveTables;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.ScratchTest;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresRendererTest extends ScratchTest {
  private static final ObjectName PRODUCTS = ObjectName.of("products");

  @Test
  void aTableIsPrintedAsTheGuidesPrintIt() {
    Table products =
        Table.of(
                PRODUCTS,
                column("id", "uuid", "gen_random_uuid()").notNull(),
                column("name", "varchar(100)").notNull(),
                column("description", "text"),
                column("price", "integer").notNull(),
                column("category_id", "uuid").notNull(),
                column("status", "varchar(20)", "'active'").notNull(),
                column("created_at", "timestamp", "now()").notNull())
            .with(new Constraint.PrimaryKey("products_pkey", List.of("id")))
            .with(new Constraint.Unique("products_name_unique", List.of("name"), false))
            .with(key("products_category_id_categories_id_fk"))
            .with(Index.of("products_price_idx", false, List.of("price")))
            .with(Index.of("products_status_idx", true, List.of("status")));

    assertThat(sql(new Change.Create(products)))
        .containsExactly(
            """
            CREATE TABLE "products" (
            \t"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
            \t"name" varchar(100) NOT NULL,
            \t"description" text,
            \t"price" integer NOT NULL,
            \t"category_id" uuid NOT NULL,
            \t"status" varchar(20) DEFAULT 'active' NOT NULL,
            \t"created_at" timestamp DEFAULT now() NOT NULL,
            \tCONSTRAINT "products_name_unique" UNIQUE("name")
            )\
            """,
            "CREATE INDEX \"products_price_idx\" ON \"products\" (\"price\")",
            "CREATE UNIQUE INDEX \"products_status_idx\" ON \"products\" (\"status\")",
            "ALTER TABLE \"products\" ADD CONSTRAINT \"products_category_id_categories_id_fk\""
                + " FOREIGN KEY (\"category_id\") REFERENCES \"categories\"(\"id\")"
                + " ON DELETE cascade ON UPDATE no action");
  }

  @Test
  void aColumnIsChangedInPlace() {
    assertThat(
            sql(
                new Change.AlterColumn(
                    PRODUCTS, column("price", "text", "'1'"), column("price", "integer", "1"))))
        .containsExactly(
            "ALTER TABLE \"products\" ALTER COLUMN \"price\" DROP DEFAULT",
            "ALTER TABLE \"products\" ALTER COLUMN \"price\" SET DATA TYPE integer USING"
                + " \"price\"::integer",
            "ALTER TABLE \"products\" ALTER COLUMN \"price\" SET DEFAULT 1");
    assertThat(
            sql(
                new Change.AlterColumn(
                    PRODUCTS, column("price", "integer"), column("price", "bigint").notNull())))
        .containsExactly(
            "ALTER TABLE \"products\" ALTER COLUMN \"price\" SET DATA TYPE bigint",
            "ALTER TABLE \"products\" ALTER COLUMN \"price\" SET NOT NULL");
  }

  @Test
  void anEnumerationIsMadeAndGrows() {
    var mood = new EnumType(ObjectName.of("mood"), List.of("sad", "ok"));
    var more = new EnumType(ObjectName.of("mood"), List.of("awful", "sad", "ok", "happy"));
    assertThat(sql(new Change.Create(mood)))
        .containsExactly("CREATE TYPE \"mood\" AS ENUM('sad', 'ok')");
    assertThat(sql(new Change.Replace(mood, more)))
        .containsExactly(
            "ALTER TYPE \"mood\" ADD VALUE 'awful' BEFORE 'sad'",
            "ALTER TYPE \"mood\" ADD VALUE 'happy'");
  }

  @Test
  void allThatBearsATablesNameFollowsIt() {
    Session session = session();
    load(
        session,
        """
        CREATE TABLE old (id serial PRIMARY KEY, n integer UNIQUE);
        CREATE TABLE other (o integer REFERENCES old)
        """);
    Schema from = inspect(session);
    Schema to =
        after(
            """
            CREATE TABLE young (number serial PRIMARY KEY, n integer UNIQUE);
            CREATE TABLE other (o integer REFERENCES young)
            """);
    var renames =
        List.<Change>of(
            new Change.RenameTable(ObjectName.of("old"), ObjectName.of("young")),
            new Change.RenameColumn(ObjectName.of("young"), "id", "number"));
    Plan plan = dialect.planner().plan(from, new Differ((one, other) -> renames).diff(from, to));

    assertThat(plan.forward()).extracting(Statement::sql).noneMatch(sql -> sql.contains("DROP"));
    run(session, plan.forward());
    assertThat(inspect(session)).isEqualTo(to);
    run(session, plan.back());
    assertThat(inspect(session)).isEqualTo(from);
  }

  @Test
  void aSerialThatBecomesAnIdentityGoesOnCounting() {
    Session session = session();
    load(session, "CREATE TABLE t (id serial, a integer); INSERT INTO t (a) VALUES (1), (2)");
    Schema to = after("CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, a integer)");
    run(session, plan(inspect(session), to).forward());
    session.execute("INSERT INTO t (a) VALUES (3)");
    assertThat(session.query("SELECT max(id) AS id FROM t").getFirst().number("id")).isEqualTo(3);
  }

  @Test
  void aDefaultComesBackWithItsLabelWhereOthersGoOn() {
    Session session = session();
    load(
        session,
        "CREATE TYPE mood AS ENUM ('new', 'old'); CREATE TABLE t (m mood DEFAULT 'old' NOT NULL)");
    Schema from = inspect(session);
    Schema to = after("CREATE TYPE mood AS ENUM ('new'); CREATE TABLE t (m mood)");
    Plan plan =
        dialect
            .planner(new Guidance(List.of(), List.of(), LiveTables.all()))
            .plan(from, new Differ(RenameResolver.none()).diff(from, to));

    plan.forward().forEach(each -> session.execute(each.sql()));
    assertThat(inspect(session)).isEqualTo(to);
    plan.back().forEach(each -> session.execute(each.sql()));
    assertThat(inspect(session)).isEqualTo(from);
  }

  @Test
  void aServerSpellsWhatOnlyAServerCan() {
    Session session = session();
    Table table =
        Table.of(ObjectName.of("t"), column("a", "text"))
            .with(new Constraint.Check("c", new Expression("length(a)>0 and a<>'x'")));
    Schema normal = dialect.normalizerOn(session).normalize(Schema.of(table));
    assertThat(normal.table(ObjectName.of("t")).constraints())
        .containsExactly(
            new Constraint.Check("c", new Expression("(length(a) > 0) AND (a <> 'x'::text)")));
    assertThat(inspect(session)).isEqualTo(Schema.empty());
  }

  private List<String> sql(Change change) {
    Schema from =
        change instanceof Change.OfTable of ? Schema.of(Table.of(of.table())) : Schema.empty();
    return dialect.planner().plan(from, List.of(change)).forward().stream()
        .map(Statement::sql)
        .toList();
  }

  private static Constraint key(String name) {
    return new Constraint.ForeignKey(
        name,
        List.of("category_id"),
        ObjectName.of("categories"),
        List.of("id"),
        Action.CASCADE,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  private static Column column(String name, String type) {
    DataType parsed = TypeName.parse(type);
    return Column.of(name, parsed);
  }

  private static Column column(String name, String type, String value) {
    return column(name, type).filledBy(new ValueSource.Default(new Expression(value)));
  }
}
