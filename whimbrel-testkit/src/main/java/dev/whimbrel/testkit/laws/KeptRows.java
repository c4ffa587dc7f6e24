package dev.whimbrel.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.schemas.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What must still be there of the rows of tables that stay. */
final class KeptRows {
  private final TestDatabase database;
  private final Schema before;
  private final Schema after;
  private final Map<ObjectName, List<String>> rows = new TreeMap<>();

  KeptRows(TestDatabase database, Schema before, Schema after) {
    this.database = database;
    this.before = before;
    this.after = after;
  }

  void write(Rows some) {
    database.withoutForeignKeys(
        () -> some.inserts().forEach(insert -> database.session().execute(insert)));
    staying().forEach(table -> rows.put(table.name(), read(table)));
  }

  void expect() {
    for (Table table : staying()) {
      assertThat(read(table)).as("rows of %s", table.name()).isEqualTo(rows.get(table.name()));
    }
    assertThat(database.brokenForeignKeys()).as("broken foreign keys").isZero();
  }

  private List<Table> staying() {
    return before.tables().filter(table -> after.findTable(table.name()).isPresent()).toList();
  }

  private List<String> read(Table table) {
    List<String> columns = Rows.staying(table, after.table(table.name()));
    return database.session().query(Rows.query(table, columns)).stream()
        .map(KeptRows::text)
        .sorted()
        .toList();
  }

  private static String text(Row row) {
    return row.values().values().stream().map(KeptRows::text).toList().toString();
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : Objects.toString(value);
  }
}
