package dev.whimbrel.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.schemas.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must still be there of the rows of tables that stay, whatever they are called then. */
final class KeptRows {
  private final TestDatabase database;
  private final Plan plan;
  private final Schema renamed;
  private final Map<ObjectName, List<String>> rows = new TreeMap<>();

  KeptRows(TestDatabase database, Plan plan) {
    this.database = database;
    this.plan = plan;
    this.renamed = Change.applyAll(renames().toList(), plan.from());
  }

  void write(Rows some) {
    database.withoutForeignKeys(
        () -> some.inserts().forEach(insert -> database.session().execute(insert)));
    for (Table table : staying()) {
      rows.put(table.name(), read(table, names(table)));
    }
  }

  void expect() {
    for (Table table : staying()) {
      Table between = between(table);
      assertThat(read(between, names(between)))
          .as("rows of %s", table.name())
          .isEqualTo(rows.get(table.name()));
    }
    assertThat(database.brokenForeignKeys()).as("broken foreign keys").isZero();
  }

  private Stream<Change> renames() {
    return plan.changes().stream()
        .filter(change ->
            change instanceof Change.RenameTable || change instanceof Change.RenameColumn);
  }

  private List<Table> staying() {
    return plan.from()
        .tables()
        .filter(table -> plan.to().findTable(between(table).name()).isPresent())
        .toList();
  }

  /** The table when renames were made, and nothing else. */
  private Table between(Table table) {
    ObjectName name = table.name();
    for (Change change : renames().toList()) {
      if (change instanceof Change.RenameTable(var was, var now) && was.equals(name)) {
        name = now;
      }
    }
    return renamed.table(name);
  }

  /** The columns of a table, by its old names or its new ones, whose values must stay. */
  private List<String> names(Table table) {
    Table between =
        plan.from().findTable(table.name()).equals(Optional.of(table)) ? between(table) : table;
    List<String> staying = Rows.staying(between, plan.to().table(between.name()));
    return IntStream.range(0, between.columns().size())
        .filter(i -> staying.contains(between.columns().get(i).name()))
        .mapToObj(i -> table.columns().get(i).name())
        .toList();
  }

  private List<String> read(Table table, List<String> columns) {
    return database.session().query(Rows.query(table, columns)).stream()
        .map(KeptRows::text)
        .sorted()
        .toList();
  }

  private static String text(Row row) {
    return row.values().values().stream().map(KeptRows::text).toList().toString();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case byte[] bytes -> Arrays.toString(bytes);
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }
}
