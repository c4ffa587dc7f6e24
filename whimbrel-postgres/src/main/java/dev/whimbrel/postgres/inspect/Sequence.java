package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.ValueSource.SequenceOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sequence, and the column that it belongs to if it does.
 *
 * @param table the oid of that column's table; 0 if there is none
 * @param literal the name as it stands within {@code nextval('…'::regclass)}, if a column owns it
 */
record Sequence(
    ObjectName name,
    String type,
    SequenceOptions options,
    long table,
    ObjectName tableName,
    String column,
    boolean identity,
    boolean unlogged,
    String literal) {
  private static final String QUERY =
      """
      SELECT :namespace AS namespace, c.relname AS name, format_type(s.seqtypid, NULL) AS type,
        s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
        coalesce(d.refobjid, 0) AS owner, a.attname AS owner_column, d.deptype = 'i' AS identity,
        c.relpersistence = 'u' AND t.relpersistence IS DISTINCT FROM 'u' AS unlogged,
        CASE tn.nspname WHEN 'public' THEN '' ELSE tn.nspname END AS owner_namespace,
        t.relname AS owner_name, CASE d.deptype WHEN 'a' THEN quote_literal(c.oid::regclass::text) END AS literal
      FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
        LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        LEFT JOIN pg_class t ON t.oid = d.refobjid
        LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
      WHERE c.relpersistence <> 't' AND (d.deptype IS DISTINCT FROM 'i' OR NOT :plain) AND :ours AND :own_class
      """;

  /** Just what an identity makes for its column unless it is told otherwise: nobody need know. */
  private static final String PLAIN =
      """
      (s.seqincrement = 1 AND s.seqmin = 1 AND s.seqstart = 1 AND s.seqcache = 1 AND NOT s.seqcycle
        AND s.seqmax = CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767
          WHEN 'integer'::regtype THEN 2147483647 ELSE 9223372036854775807 END
        AND c.relname = t.relname || '_' || a.attname || '_seq')\
      """;

  static List<Sequence> read(Catalog catalog) {
    return catalog.rows(QUERY.replace(":plain", PLAIN)).stream().map(Sequence::of).toList();
  }

  private static Sequence of(Row row) {
    return new Sequence(
        Catalog.name(row),
        row.text("type"),
        options(row),
        row.number("owner"),
        new ObjectName(row.find("owner_namespace").orElse(""), row.find("owner_name").orElse("")),
        row.find("owner_column").orElse(""),
        row.flag("identity"),
        row.flag("unlogged"),
        row.find("literal").orElse(""));
  }

  private static SequenceOptions options(Row row) {
    long step = row.number("seqincrement");
    long top = greatest(row.text("type"));
    long least = step > 0 ? 1 : -top - 1;
    long greatest = step > 0 ? top : -1;
    return new SequenceOptions(
        unless(step > 0 ? row.number("seqmin") : row.number("seqmax"), row.number("seqstart")),
        unless(1, step),
        unless(least, row.number("seqmin")),
        unless(greatest, row.number("seqmax")),
        unless(1, row.number("seqcache")),
        row.flag("seqcycle"));
  }

  private static Optional<Long> unless(long usual, long value) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }

  private static long greatest(String type) {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  boolean belongsTo(long oid, String name) {
    return table == oid && column.equals(name);
  }

  /** Whether it is just what {@code serial} would have made for its column. */
  boolean serial(String columnType, String value) {
    return !identity
        && type.equals(columnType)
        && options.equals(SequenceOptions.PLAIN)
        && value.equals("nextval(" + literal + "::regclass)")
        && name.equals(Identifier.sequence(tableName, column));
  }

  /** The sequence as an object of its own, and beside it what is said of it later. */
  Stream<Opaque> opaque() {
    String quoted = Identifier.quoted(name);
    var itself =
        new Opaque(
            name.sibling("sequence " + name.name()),
            "sequence",
            "CREATE SEQUENCE " + quoted + " AS " + type + words(),
            "DROP SEQUENCE " + quoted,
            Set.of());
    return Stream.of(
            Stream.of(itself),
            table == 0 ? Stream.<Opaque>empty() : Stream.of(owner(quoted, itself.name())),
            unlogged ? Stream.of(persistence(quoted, itself.name())) : Stream.<Opaque>empty())
        .flatMap(part -> part);
  }

  private Opaque persistence(String quoted, ObjectName itself) {
    return new Opaque(
        name.sibling("persistence of sequence " + name.name()),
        "sequence persistence",
        "ALTER SEQUENCE " + quoted + " SET UNLOGGED",
        "ALTER SEQUENCE " + quoted + " SET LOGGED",
        Set.of(itself));
  }

  private Opaque owner(String quoted, ObjectName itself) {
    return new Opaque(
        name.sibling("owner of sequence " + name.name()),
        "sequence owner",
        "ALTER SEQUENCE %s OWNED BY %s.%s"
            .formatted(quoted, Identifier.quoted(tableName), Identifier.quoted(column)),
        "ALTER SEQUENCE " + quoted + " OWNED BY NONE",
        Set.of(itself, tableName));
  }

  /** What is behind an identity column may have another name than it gets by itself. */
  Optional<Opaque> renamed() {
    String usual = tableName.name() + "_" + column + "_seq";
    boolean own = !name.name().equals(usual) && usual.getBytes(StandardCharsets.UTF_8).length < 64;
    return identity && own ? Optional.of(renamed(usual)) : Optional.empty();
  }

  private Opaque renamed(String usual) {
    String rename = "ALTER SEQUENCE %s RENAME TO %s";
    return new Opaque(
        tableName.sibling("sequence behind column " + tableName.name() + "." + column),
        "sequence name",
        rename.formatted(
            Identifier.quoted(tableName.sibling(usual)), Identifier.quoted(name.name())),
        rename.formatted(Identifier.quoted(name), Identifier.quoted(usual)),
        Set.of(tableName));
  }

  private String words() {
    return options.increment().map(n -> " INCREMENT BY " + n).orElse("")
        + options.minValue().map(n -> " MINVALUE " + n).orElse("")
        + options.maxValue().map(n -> " MAXVALUE " + n).orElse("")
        + options.start().map(n -> " START WITH " + n).orElse("")
        + options.cache().map(n -> " CACHE " + n).orElse("")
        + (options.cycle() ? " CYCLE" : "");
  }
}
