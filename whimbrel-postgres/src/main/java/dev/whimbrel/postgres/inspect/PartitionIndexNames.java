package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.PartitionIndexName;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of the indexes of partitions, where they are not the usual ones. */
final class PartitionIndexNames {
  private static final String QUERY =
      """
      SELECT :namespace AS namespace, c.relname AS name, own.relname AS said, x.relname AS index,
        CASE rn.nspname WHEN 'public' THEN '' ELSE rn.nspname END AS root_namespace, r.relname AS root,
        CASE con.contype WHEN 'p' THEN 'pkey' WHEN 'u' THEN 'key' WHEN 'x' THEN 'excl' ELSE 'idx' END
          AS label,
        (SELECT string_agg(a.attname, chr(31) ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = own.oid) AS columns
      FROM pg_class own JOIN pg_index oi ON oi.indexrelid = own.oid JOIN pg_class c ON c.oid = oi.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class x ON x.oid = pg_partition_root(own.oid)
        JOIN pg_index i ON i.indexrelid = x.oid JOIN pg_class r ON r.oid = i.indrelid
        JOIN pg_namespace rn ON rn.oid = r.relnamespace
        LEFT JOIN pg_constraint con ON con.conindid = own.oid AND con.contype IN ('p', 'u', 'x')
      WHERE own.relispartition AND own.relkind IN ('i', 'I') AND i.indisvalid AND :uniform
        AND (con.oid IS NULL OR con.conparentid <> 0) AND :ours AND :own_class
      ORDER BY c.oid, x.relname
      """;

  private final Map<String, Integer> taken = new HashMap<>();

  private PartitionIndexNames() {}

  static List<Opaque> read(Catalog catalog) {
    var names = new PartitionIndexNames();
    return catalog.presence().has("heirs")
        ? catalog.rows(QUERY).stream().flatMap(row -> names.opaque(row).stream()).toList()
        : List.of();
  }

  private Optional<Opaque> opaque(Row row) {
    ObjectName partition = Catalog.name(row);
    String usual =
        PartitionIndexName.usual(partition, Catalog.list(row, "columns"), row.text("label"));
    return new PartitionIndexName(
            partition,
            new ObjectName(row.text("root_namespace"), row.text("root")),
            row.text("index"),
            row.text("said"),
            numbered(partition, usual))
        .opaque();
  }

  /** Of several that would have one name, PostgreSQL puts numbers behind all but the first. */
  private String numbered(ObjectName partition, String usual) {
    int before = taken.merge(partition + "." + usual, 1, Integer::sum) - 1;
    return before == 0 ? usual : usual + before;
  }
}
