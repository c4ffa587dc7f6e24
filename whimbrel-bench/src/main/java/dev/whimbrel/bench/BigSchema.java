package dev.whimbrel.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schema of tables with ten columns, an index and, but for the first, a foreign key, in the words
 * of each tool.
 *
 * @param changed in how many of a hundred tables there is one column more
 * @param note stands in that column's default, so that the sources were never seen before
 */
record BigSchema(int tables, int changed, String note) {
  private static final String JAVA =
      """
      package app;
      import dev.whimbrel.postgres.dsl.*;
      import java.time.Instant;
      public final class TableNUMBER extends PostgresTable {
        public final Column<Long> id = bigint("id").generatedAlwaysAsIdentity().primaryKey();
        public final Column<Long> parentId = bigint("parent_id")KEY;
        public final Column<String> name = varchar("name", 100).notNull();
        public final Column<String> title = text("title");
        public final Column<Integer> count = integer("count").notNull().defaultTo(0);
        public final Column<Boolean> active = bool("active").notNull().defaultTo(true);
        public final Column<String> status = varchar("status", 20).notNull().defaultTo("new");
        public final Column<String> settings = jsonb("settings");
        public final Column<Instant> createdAt = timestamptz("created_at").notNull().defaultNow();
        public final Column<Instant> updatedAt = timestamptz("updated_at").notNull().defaultNow();
      MORE  { index("tableNUMBER_name_idx").on(name); }
      }
      """;
  private static final String DRIZZLE =
      """
      export const tableNUMBER = pgTable('tableNUMBER', {
        id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
        parentId: bigint('parent_id', { mode: 'number' })KEY,
        name: varchar('name', { length: 100 }).notNull(),
        title: text('title'),
        count: integer('count').notNull().default(0),
        active: boolean('active').notNull().default(true),
        status: varchar('status', { length: 20 }).notNull().default('new'),
        settings: jsonb('settings'),
        createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
        updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
      MORE}, (t) => [index('tableNUMBER_name_idx').on(t.name)]);
      """;

  /** A class per file, into the folder. */
  void writeJava(Texts folder) {
    IntStream.rangeClosed(1, tables)
        .forEach(number -> folder.write("Table" + number + ".java", java(number)));
  }

  /** One module, for drizzle-kit. */
  String drizzle() {
    return "import { pgTable, bigint, varchar, text, integer, boolean, jsonb, timestamp, index } from 'drizzle-orm/pg-core';\n"
        + IntStream.rangeClosed(1, tables).mapToObj(this::drizzle).collect(Collectors.joining());
  }

  private String java(int number) {
    String key = ".references(Table" + (number - 1) + ".class, t -> t.id)";
    String more =
        "  public final Column<String> note = text(\"note\").defaultTo(\"" + note + "\");\n";
    return filled(JAVA, number, key, more);
  }

  private String drizzle(int number) {
    String key = ".references(() => table" + (number - 1) + ".id)";
    String more = "  note: text('note').default('" + note + "'),\n";
    return filled(DRIZZLE, number, key, more);
  }

  private String filled(String template, int number, String key, String more) {
    return template
        .replace("NUMBER", Integer.toString(number))
        .replace("KEY", number == 1 ? "" : key)
        .replace("MORE", isChanged(number) ? more : "");
  }

  private boolean isChanged(int number) {
    return number % 100 < changed;
  }
}
