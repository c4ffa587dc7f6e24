package dev.whimbrel.bench;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Small migrations, a table each, in the layout of every tool.
 *
 * @param dialect as drizzle-kit calls it
 */
record SmallMigrations(Texts texts, String dialect, int count) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  void write() {
    IntStream.rangeClosed(1, count).forEach(this::write);
    texts.write(
        "liquibase/changelog.yaml",
        "databaseChangeLog:\n- includeAll:\n    path: sql\n    relativeToChangelogFile: true\n");
    texts.write("drizzle/meta/_journal.json", journal());
    texts.write(
        "mybatis/scripts/20230101000000_create_changelog.sql",
        "-- // create changelog\nCREATE TABLE CHANGELOG (ID NUMERIC(20,0) NOT NULL PRIMARY KEY,"
            + " APPLIED_AT VARCHAR(25) NOT NULL, DESCRIPTION VARCHAR(255) NOT NULL);\n"
            + "-- //@UNDO\nDROP TABLE CHANGELOG;\n");
    texts.write("all.sql", "CREATE TABLE history (name text, at timestamp);\n" + all());
  }

  private void write(int number) {
    String name = name(number);
    String sql = sql(number);
    String stamp = stamp(number);
    texts
        .write("whimbrel/" + stamp + "_" + name + "/migration.sql", sql)
        .write("flyway/V" + number + "__" + name + ".sql", sql)
        .write(
            "liquibase/sql/" + stamp + ".sql",
            "--liquibase formatted sql\n--changeset bench:" + number + "\n" + sql)
        .write(
            "mybatis/scripts/" + stamp + "_" + name + ".sql",
            "-- // " + name + "\n" + sql + "\n-- //@UNDO\nDROP TABLE " + name + ";\n")
        .write(
            "dbmate/" + stamp + "_" + name + ".sql",
            "-- migrate:up\n" + sql + "-- migrate:down\nDROP TABLE " + name + ";\n")
        .write("drizzle/" + tag(number) + ".sql", sql)
        .write("drizzle-next/" + stamp + "_" + name + "/migration.sql", sql);
  }

  private static String sql(int number) {
    return "CREATE TABLE %s (\n  id integer PRIMARY KEY NOT NULL,\n  name text NOT NULL,\n  note text\n);\n"
        .formatted(name(number));
  }

  /** As a tool would do it at best: each in its transaction, with a row for it. */
  private String all() {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number ->
            "BEGIN;\n%sINSERT INTO history VALUES ('%s', CURRENT_TIMESTAMP);\nCOMMIT;\n"
                .formatted(sql(number), name(number)))
        .collect(Collectors.joining());
  }

  private String journal() {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number ->
            "{\"idx\": %d, \"version\": \"7\", \"when\": %d, \"tag\": \"%s\", \"breakpoints\": true}"
                .formatted(number - 1, 1_700_000_000_000L + 60_000L * number, tag(number)))
        .collect(
            Collectors.joining(
                ",\n",
                "{\"version\": \"7\", \"dialect\": \"" + dialect + "\", \"entries\": [",
                "]}"));
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "m_%05d", number);
  }

  private static String tag(int number) {
    return String.format(Locale.ROOT, "%05d_%s", number - 1, name(number));
  }

  private static String stamp(int number) {
    return LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(number).format(STAMP);
  }
}
