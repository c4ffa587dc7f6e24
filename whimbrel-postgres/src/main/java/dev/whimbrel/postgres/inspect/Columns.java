package dev.whimbrel.postgres.inspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of all tables, and which sequences are behind them. */
final class Columns {
  private static final String QUERY =
      """
      SELECT c.oid, a.attnum AS place, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
        a.attnotnull AND NOT :still_null AS attnotnull,
        a.attidentity = 'a' AS always, a.attidentity <> '' AS identity,
        a.attgenerated AS generated, pg_get_expr(d.adbin, d.adrelid) AS value,
        e.typname AS enum_name, t.oid <> e.oid AS is_array,
        CASE en.nspname WHEN 'public' THEN '' ELSE en.nspname END AS enum_namespace,
        CASE WHEN a.attcollation = t.typcollation OR a.attcollation = 0 THEN NULL
          WHEN pg_collation_is_visible(l.oid) THEN l.collname
          ELSE '"' || ln.nspname || '"."' || l.collname || '"' END AS collation
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_type e ON e.oid = CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem
          ELSE t.oid END AND e.typtype = 'e'
        LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
      WHERE c.relkind IN ('r', 'p') AND a.attislocal AND c.reloftype = 0 AND :ours AND :own_class
      """;

  private final Map<Long, List<Sequence>> sequences;
  private final Set<ObjectName> claimed = new HashSet<>();
  private final Map<String, DataType> types = new HashMap<>();

  Columns(List<Sequence> sequences) {
    this.sequences = sequences.stream().collect(groupingBy(Sequence::table));
  }

  Map<Long, List<Column>> read(Catalog catalog) {
    var rows = catalog.rows(QUERY).stream().collect(groupingBy(row -> row.number("oid"), toList()));
    var columns = new HashMap<Long, List<Column>>();
    rows.forEach((table, ofTable) -> columns.put(table, columns(ofTable)));
    return columns;
  }

  /** They are sorted here, since the server would write such wide rows to files for it. */
  private List<Column> columns(List<Row> rows) {
    rows.sort(Comparator.comparingLong(row -> row.number("place")));
    return rows.stream().map(this::column).toList();
  }

  /** The sequences that no column has behind it, so that they stand for themselves. */
  Stream<Sequence> unclaimed() {
    return sequences.values().stream()
        .flatMap(List::stream)
        .filter(each -> !claimed.contains(each.name()));
  }

  private Column column(Row row) {
    return new Column(
        row.text("name"), type(row), !row.flag("attnotnull"), value(row), row.find("collation"));
  }

  private DataType type(Row row) {
    if (row.find("enum_name").isEmpty()) {
      return types.computeIfAbsent(row.text("type"), TypeName::parse);
    }
    var type =
        new DataType.Enumerated(new ObjectName(row.text("enum_namespace"), row.text("enum_name")));
    return row.flag("is_array") ? new DataType.Array(type) : type;
  }

  private ValueSource value(Row row) {
    if (row.flag("identity")) {
      return new ValueSource.Identity(row.flag("always"), identityOptions(row));
    }
    return row.find("value")
        .<ValueSource>map(value -> value(row, value))
        .orElse(new ValueSource.Given());
  }

  private ValueSource value(Row row, String value) {
    if (row.find("generated").filter(mark -> !mark.isBlank()).isPresent()) {
      return new ValueSource.Generated(new Expression(value), row.text("generated").equals("s"));
    }
    var serial =
        owned(row)
            .filter(each -> row.flag("attnotnull") && each.serial(row.text("type"), value))
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
