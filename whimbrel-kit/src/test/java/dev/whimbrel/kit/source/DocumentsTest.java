package dev.whimbrel.kit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.Deferral;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents' examples in TypeScript, line for line in Java. */
class DocumentsTest {
  private static final DataType UUID = new DataType.Uuid();
  private static final DataType INTEGER = new DataType.Int(32);
  private static final DataType TEXT = new DataType.Text(Optional.empty());
  private static final DataType TIMESTAMP = new DataType.Timestamp(Optional.empty(), false);

  @TempDir Path folder;

  @Test
  void productsAreWhatTheSpecificationPrints() {
    Schema schema =
        new SourceFolder(folder)
            .postgres(
                """
                class Categories extends PostgresTable {
                  final Column<UUID> id = uuid("id").primaryKey().defaultRandom();
                }
                """)
            .postgres(
                """
                public final class Products extends PostgresTable {
                  public final Column<UUID> id = uuid("id").primaryKey().defaultRandom();
                  public final Column<String> name = varchar("name", 100).notNull();
                  public final Column<String> description = text("description");
                  public final Column<Integer> price = integer("price").notNull();
                  public final Column<UUID> categoryId =
                      uuid("category_id").notNull().references(Categories.class, c -> c.id, onDelete(CASCADE));
                  public final Column<String> status = varchar("status", 20).notNull().defaultTo("active");
                  public final Column<Instant> createdAt = timestamp("created_at").defaultNow().notNull();
                  public final Column<Instant> updatedAt = timestamp("updated_at").defaultNow().notNull();
                  {
                    uniqueIndex("products_name_idx").on(name);
                    index("products_category_idx").on(categoryId);
                    index("products_status_idx").on(status);
                    index("products_created_at_idx").on(createdAt);
                  }
                }
                """)
            .schema();
    assertThat(schema.table(ObjectName.of("products")))
        .isEqualTo(
            Table.of(
                    ObjectName.of("products"),
                    filled("id", UUID, "gen_random_uuid()").notNull(),
                    Column.of("name", text(100)).notNull(),
                    Column.of("description", TEXT),
                    Column.of("price", INTEGER).notNull(),
                    Column.of("category_id", UUID).notNull(),
                    filled("status", text(20), "'active'").notNull(),
                    filled("created_at", TIMESTAMP, "now()").notNull(),
                    filled("updated_at", TIMESTAMP, "now()").notNull())
                .with(new Constraint.PrimaryKey("", List.of("id")))
                .with(
                    foreignKey(
                        "products_category_id_categories_id_fk", "category_id", "categories"))
                .withIndexes(
                    List.of(
                        Index.of("products_name_idx", true, List.of("name")),
                        Index.of("products_category_idx", false, List.of("category_id")),
                        Index.of("products_status_idx", false, List.of("status")),
                        Index.of("products_created_at_idx", false, List.of("created_at")))));
  }

  @Test
  void aForeignKeyCanBeAddedBesideTheColumns() {
    Table products =
        new SourceFolder(folder)
            .postgres(
                """
                class Categories extends PostgresTable {
                  final Column<UUID> id = uuid("id").primaryKey().defaultRandom();
                }
                """)
            .postgres(
                """
                class Products extends PostgresTable {
                  final Column<UUID> categoryId = uuid("category_id").notNull();
                  final Column<UUID> brandId = uuid("brand_id"); // New optional field
                  { foreignKey(Categories.class).on(categoryId, c -> c.id); }
                }
                """)
            .schema()
            .table(ObjectName.of("products"));
    assertThat(products.foreignKeys())
        .extracting(Constraint.ForeignKey::name)
        .containsExactly("products_category_id_categories_id_fk");
  }

  @Test
  void usersAndPostsAreWhatTheGuidePrints() {
    Schema schema =
        new SourceFolder(folder)
            .postgres(
                """
                class Users extends PostgresTable {
                  final Column<UUID> id = uuid("id").primaryKey().defaultRandom();
                  final Column<String> username = varchar("username", 100).notNull().unique();
                  final Column<String> email = varchar("email", 255).notNull();
                  final Column<String> newField = text("new_field"); // Add new field
                  final Column<String> phoneNumber = varchar("phone_number", 20);
                  { index("users_email_idx").on(email); }
                }
                """)
            .postgres(
                """
                class Posts extends PostgresTable {
                  final Column<UUID> id = uuid("id").primaryKey().defaultRandom();
                  final Column<UUID> userId = uuid("user_id")
                      .notNull()
                      .references(Users.class, u -> u.id, onDelete(CASCADE));
                }
                """)
            .schema();
    assertThat(schema.table(ObjectName.of("posts")).foreignKeys())
        .containsExactly(foreignKey("posts_user_id_users_id_fk", "user_id", "users"));
    assertThat(schema.table(ObjectName.of("users")).constraints())
        .contains(new Constraint.Unique("users_username_unique", List.of("username"), false));
  }

  @Test
  void anIdentityHasAllItsOptionsAndASerialIsStillThere() {
    Schema schema =
        new SourceFolder(folder)
            .postgres(
                """
                class NewTable extends PostgresTable {
                  final Column<Integer> id = integer("id").generatedAlwaysAsIdentity(
                      startWith(1)
                          .increment(1)
                          .minValue(1)
                          .maxValue(2147483647)
                          .cache(1)
                  ).primaryKey();
                }
                """)
            .postgres(
                """
                class LegacyTable extends PostgresTable {
                  final Column<Integer> id = serial("id").primaryKey();
                }
                """)
            .schema();
    var options =
        new ValueSource.SequenceOptions(
            Optional.of(1L),
            Optional.of(1L),
            Optional.of(1L),
            Optional.of(2147483647L),
            Optional.of(1L),
            false);
    assertThat(schema.table(ObjectName.of("new_table")).column("id"))
        .isEqualTo(
            Column.of("id", INTEGER).notNull().filledBy(new ValueSource.Identity(true, options)));
    assertThat(schema.table(ObjectName.of("legacy_table")).column("id"))
        .isEqualTo(Column.of("id", INTEGER).notNull().filledBy(new ValueSource.Serial()));
  }

  @Test
  void userPreferencesAreWhatTheLambdaGuidePrints() {
    Table preferences =
        new SourceFolder(folder)
            .postgres("record PreferenceSettings(String theme, boolean notifications) {}")
            .postgres(
                """
                class Users extends PostgresTable {
                  final Column<Integer> id = integer("id").generatedAlwaysAsIdentity().primaryKey();
                }
                """)
            .postgres(
                """
                class UserPreferences extends PostgresTable {
                  // Use identity for new tables (2025+ best practice)
                  final Column<Integer> id = integer("id").generatedAlwaysAsIdentity().primaryKey();
                  final Column<Integer> userId = integer("user_id")
                      .notNull()
                      .references(Users.class, u -> u.id, onDelete(CASCADE));
                  final Column<String> theme = varchar("theme", 20).defaultTo("system");
                  final Column<PreferenceSettings> settings = jsonb("settings", PreferenceSettings.class);
                  final Column<Boolean> isActive = bool("is_active").defaultTo(true).notNull();
                  final Column<Instant> createdAt = timestamp("created_at").defaultNow().notNull();
                  final Column<Instant> updatedAt = timestamp("updated_at").defaultNow();
                }
                """)
            .schema()
            .table(ObjectName.of("user_preferences"));
    assertThat(preferences.columns())
        .containsExactly(
            Column.of("id", INTEGER)
                .notNull()
                .filledBy(new ValueSource.Identity(true, ValueSource.SequenceOptions.PLAIN)),
            Column.of("user_id", INTEGER).notNull(),
            filled("theme", text(20), "'system'"),
            Column.of("settings", new DataType.Json(true)),
            filled("is_active", new DataType.Bool(), "true").notNull(),
            filled("created_at", TIMESTAMP, "now()").notNull(),
            filled("updated_at", TIMESTAMP, "now()"));
  }

  @Test
  void indexesAreWhatTheLambdaGuidePrints() {
    Table users =
        new SourceFolder(folder)
            .postgres(
                """
                class Users extends PostgresTable {
                  final Column<String> email = text("email");
                  final Column<String> cognitoSub = text("cognito_sub");
                  final Column<String> firstName = text("first_name");
                  final Column<String> lastName = text("last_name");
                  {
                    index("users_email_idx").on(email); // Regular index
                    uniqueIndex("users_cognito_sub_unique").on(cognitoSub); // Unique index
                    index("users_name_idx").on(firstName, lastName); // Composite index
                    index("idx_active_users").on(email).where("is_active = true");
                  }
                }
                """)
            .schema()
            .table(ObjectName.of("users"));
    assertThat(users.indexes())
        .extracting(Index::name, Index::unique, Index::columns)
        .contains(
            tuple("users_cognito_sub_unique", true, List.of("cognito_sub")),
            tuple("users_name_idx", false, List.of("first_name", "last_name")));
    assertThat(users.indexes().getLast().where()).contains(new Expression("is_active = true"));
  }

  @Test
  void executionHistoryIsWhatTheSqliteGuidePrints() {
    Schema schema =
        new SourceFolder(folder)
            .sqlite(
                """
                class ExecutionHistory extends SqliteTable {
                  final Column<Integer> itemsFound = integer("items_found");
                  final Column<Integer> itemsRequested = integer("items_requested");
                  // NEW: add this column
                  final Column<Integer> itemsSkippedAvailable = integer("items_skipped_available");
                }
                """)
            .schema();
    DataType integer = new DataType.Int(64);
    assertThat(schema)
        .isEqualTo(
            Schema.of(
                Table.of(
                    ObjectName.of("execution_history"),
                    Column.of("items_found", integer),
                    Column.of("items_requested", integer),
                    Column.of("items_skipped_available", integer))));
  }

  private static Constraint.ForeignKey foreignKey(String name, String column, String table) {
    return new Constraint.ForeignKey(
        name,
        List.of(column),
        ObjectName.of(table),
        List.of("id"),
        Action.CASCADE,
        Action.NO_ACTION,
        Deferral.NOT_DEFERRABLE);
  }

  private static Column filled(String name, DataType type, String sql) {
    return Column.of(name, type).filledBy(new ValueSource.Default(new Expression(sql)));
  }

  private static DataType text(int length) {
    return new DataType.Text(Optional.of(length));
  }
}
