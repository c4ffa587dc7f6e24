package dev.whimbrel.proof;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a few rows into each table, such as every constraint lets pass. */
record RowFiller(Dialect dialect, Session session, Schema schema) {
  private static final int ROWS = 3;

  /** Fills the tables that are empty; gives those into which no row could be put. */
  Set<ObjectName> fill() {
    var left = new TreeSet<ObjectName>();
    for (Table table : parentsFirst()) {
      if (!together(table) && !oneByOne(table)) {
        left.add(table.name());
      }
    }
    return left;
  }

  /** Adds one row of such values to each table that takes it. */
  void add(HardValues kind) {
    int row = ROWS + kind.place();
    for (Table table : parentsFirst()) {
      var values = new LinkedHashMap<>(values(table, row));
      table.columns().stream()
          .filter(column -> values.containsKey(column.name()))
          .filter(column -> kind == HardValues.NONE || isFree(column, table))
          .forEach(column ->
              kind.of(LikelyType.of(column.type()), column.nullable())
                  .ifPresent(value -> values.put(column.name(), value)));
      insert(table, values);
    }
  }

  /** Whether no constraint says which values it may have. */
  private static boolean isFree(Column column, Table table) {
    return table.foreignKeys().noneMatch(key -> key.columns().contains(column.name()))
        && table
            .constraints(Constraint.Check.class)
            .noneMatch(check -> check.condition().sql().contains(column.name()));
  }

  /** Rows that refer to each other have to come one after the other. */
  private boolean together(Table table) {
    boolean toItself = table.foreignKeys().anyMatch(key -> key.references().equals(table.name()));
    List<Map<String, String>> rows =
        IntStream.range(0, ROWS).mapToObj(row -> values(table, row)).toList();
    return !toItself && !rows.getFirst().isEmpty() && tried(table, rows);
  }

  private boolean oneByOne(Table table) {
    boolean any = false;
    for (int row = 0; row < ROWS; row++) {
      any |= insert(table, values(table, row));
    }
    return any;
  }

  private List<Table> parentsFirst() {
    var sorted = new LinkedHashMap<ObjectName, Table>();
    schema.tables().forEach(table -> add(table, sorted, new TreeSet<>()));
    return List.copyOf(sorted.values());
  }

  private void add(Table table, Map<ObjectName, Table> sorted, Set<ObjectName> path) {
    if (sorted.containsKey(table.name()) || !path.add(table.name())) {
      return;
    }
    table
        .foreignKeys()
        .flatMap(key -> schema.findTable(key.references()).stream())
        .forEach(parent -> add(parent, sorted, path));
    sorted.put(table.name(), table);
  }

  /** Tries the plainest row first, then rows with values that the checks mention. */
  private boolean insert(Table table, Map<String, String> values) {
    if (tried(table, List.of(values))) {
      return true;
    }
    for (Candidate candidate : new Candidates(table).all()) {
      var other = new LinkedHashMap<>(values);
      other.replace(candidate.column(), candidate.value());
      if (tried(table, List.of(other))) {
        return true;
      }
    }
    return false;
  }

  private boolean tried(Table table, List<Map<String, String>> rows) {
    try {
      session.execute(sql(table, rows));
      return true;
    } catch (DatabaseException refused) {
      return false;
    }
  }

  private String sql(Table table, List<Map<String, String>> rows) {
    String name = name(table.name());
    Set<String> columns = rows.getFirst().keySet();
    if (columns.isEmpty()) {
      return "INSERT INTO " + name + " DEFAULT VALUES";
    }
    return "INSERT INTO %s (%s) VALUES %s"
        .formatted(
            name,
            String.join(", ", columns.stream().map(dialect::quote).toList()),
            rows.stream()
                .map(row -> "(" + String.join(", ", row.values()) + ")")
                .collect(Collectors.joining(", ")));
  }

  private String name(ObjectName name) {
    return name.namespace().isEmpty()
        ? dialect.quote(name.name())
        : dialect.quote(name.namespace()) + "." + dialect.quote(name.name());
  }

  /** What the database counts by itself is left to it; a reference takes a row that is there. */
  private Map<String, String> values(Table table, int row) {
    var samples = new SampleValues(schema);
    var values = new LinkedHashMap<String, String>();
    for (Column column : table.columns()) {
      if (!column.generated() && !counted(column)) {
        values.put(
            column.name(), parent(table, column, row).orElseGet(() -> samples.value(column, row)));
      }
    }
    return values;
  }

  private static boolean counted(Column column) {
    return switch (column.value()) {
      case ValueSource.Given given -> false;
      case ValueSource.Default expression -> false;
      case ValueSource.Generated expression -> false;
      default -> true;
    };
  }

  private Optional<String> parent(Table table, Column column, int row) {
    return table
        .foreignKeys()
        .filter(key -> key.columns().contains(column.name()))
        .findFirst()
        .flatMap(key -> parentValue(key, column, row));
  }

  private Optional<String> parentValue(Constraint.ForeignKey key, Column column, int row) {
    int at = key.columns().indexOf(column.name());
    if (at >= key.referenced().size()) {
      return Optional.empty();
    }
    var order = new ArrayList<String>(key.referenced().stream().map(dialect::quote).toList());
    return Optional.of(
        "(SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %d)"
            .formatted(
                order.get(at), name(key.references()), String.join(", ", order), row % ROWS));
  }

  /** Another value for one column. */
  record Candidate(String column, String value) {}
}
