package dev.whimbrel.postgres.inspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of all tables, and which sequences are behind them. */
final class Columns {
  private static final String QUERY =
      """
      SELECT c.oid, a.attnum AS place, a.attname AS name, a.atttypid AS type,
        nullif(a.atttypmod, -1) AS modifier,
        CASE WHEN a.attnotnull AND NOT :still_null THEN true END AS attnotnull,
        nullif(a.attidentity, '') AS identity, nullif(a.attgenerated, '') AS generated,
        CASE WHEN a.attcollation = 0 OR a.attcollation = 100
            AND a.atttypid IN ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype) THEN NULL
          ELSE a.attcollation END AS collation,
        CASE WHEN a.attstattarget >= 0 OR :compression IN ('l', 'p') OR a.attoptions IS NOT NULL
          OR a.attacl IS NOT NULL OR a.attstorage <> CASE WHEN a.attlen > 0 THEN 'p'
            WHEN a.atttypid IN ('numeric'::regtype, 'inet'::regtype, 'cidr'::regtype) THEN 'm'
            ELSE 'x' END THEN true END AS special,
        pg_get_expr(d.adbin, d.adrelid) AS value
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relkind IN ('r', 'p') AND a.attislocal AND c.reloftype = 0 AND :ours AND :own_class
      """;

  private final Map<Long, List<Sequence>> sequences;
  private final Set<ObjectName> claimed = new HashSet<>();
  private boolean special;

  Columns(List<Sequence> sequences) {
    this.sequences = sequences.stream().collect(groupingBy(Sequence::table));
  }

  Map<Long, List<Column>> read(Catalog catalog) {
    List<Row> rows = catalog.rows(QUERY);
    special = rows.stream().anyMatch(row -> row.flag("special"));
    var types = ColumnTypes.read(catalog, rows);
    var columns = new HashMap<Long, List<Column>>();
    rows.stream()
        .collect(groupingBy(row -> row.number("oid"), toList()))
        .forEach((table, ofTable) -> columns.put(table, columns(ofTable, types)));
    return columns;
  }

  /** Whether one of them may be kept, or used, in another way than a column is by itself. */
  boolean isAnySpecial() {
    return special;
  }

  /** They are sorted here, since the server would write such wide rows to files for it. */
  private List<Column> columns(List<Row> rows, ColumnTypes types) {
    rows.sort(Comparator.comparingLong(row -> row.number("place")));
    return rows.stream().map(row -> column(row, types)).toList();
  }

  /** The sequences that no column has behind it, so that they stand for themselves. */
  Stream<Sequence> unclaimed() {
    return sequences.values().stream()
        .flatMap(List::stream)
        .filter(each -> !claimed.contains(each.name()));
  }

  private Column column(Row row, ColumnTypes types) {
    return new Column(
        row.text("name"),
        types.known(row),
        !row.flag("attnotnull"),
        value(row, types),
        types.collation(row));
  }

  private ValueSource value(Row row, ColumnTypes types) {
    Optional<String> identity = row.find("identity");
    if (identity.isPresent()) {
      return new ValueSource.Identity(identity.get().equals("a"), identityOptions(row));
    }
    return row.find("value")
        .<ValueSource>map(value -> value(row, value, types))
        .orElse(new ValueSource.Given());
  }

  private ValueSource value(Row row, String value, ColumnTypes types) {
    if (row.find("generated").isPresent()) {
      return new ValueSource.Generated(new Expression(value), row.text("generated").equals("s"));
    }
    var serial =
        owned(row)
            .filter(each -> row.flag("attnotnull") && each.serial(types.text(row), value))
            .findFirst();
    serial.map(Sequence::name).ifPresent(claimed::add);
    return serial.isPresent()
        ? new ValueSource.Serial()
        : new ValueSource.Default(new Expression(value));
  }

  private ValueSource.SequenceOptions identityOptions(Row row) {
    var behind = owned(row).filter(Sequence::identity).findFirst();
    behind.map(Sequence::name).ifPresent(claimed::add);
    return behind.map(Sequence::options).orElse(ValueSource.SequenceOptions.PLAIN);
  }

  private Stream<Sequence> owned(Row row) {
    long oid = row.number("oid");
    return sequences.getOrDefault(oid, List.of()).stream()
        .filter(each -> each.belongsTo(oid, row.text("name")));
  }
}
