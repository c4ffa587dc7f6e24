package dev.whimbrel.scenarios;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.testkit.schemas.Extra;
import dev.whimbrel.testkit.schemas.Palette;
import dev.whimbrel.testkit.schemas.Palette.Sample;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the random schemas of our own dialects are made of. */
final class Palettes {
  private static final DataType INT = new DataType.Int(32);
  private static final DataType TEXT = new DataType.Text(Optional.empty());
  private static final DataType REAL = new DataType.Real(64);
  private static final DataType ANY = new DataType.Decimal(Optional.of(8), 2);

  private Palettes() {}

  static Palette sqlite() {
    Sample blob = Sample.sorted(new DataType.Bytes(), "x'01'", "x'02ff'");
    Set<DataType> strict = Set.of(INT, TEXT, REAL, ANY, blob.type());
    return new Palette(
        Stream.concat(common(), Stream.of(blob)).map(Palettes::withAnything).toList(),
        List.of(new ValueSource.AutoIncrement()),
        List.of(true, false),
        List.of("NOCASE", "RTRIM"),
        List.of(
            new Palette.TableForm(List.of("STRICT"), false, strict),
            new Palette.TableForm(List.of("WITHOUT ROWID"), true, Set.of()),
            new Palette.TableForm(List.of("STRICT", "WITHOUT ROWID"), true, strict)),
        EnumSet.of(
            Palette.Feature.ENUMS,
            Palette.Feature.DEFERRABLE_KEYS,
            Palette.Feature.INDEX_COLLATIONS),
        "");
  }

  /** All of it: with what to do on a conflict, triggers, virtual tables and declared types. */
  static Palette sqliteWhole() {
    return sqlite().with(declared(), extras());
  }

  /** A column takes values of any kind, where its table is not strict. */
  private static Sample withAnything(Sample sample) {
    return switch (sample.type()) {
      case DataType.Int number -> sample.and("0", "7", "9007199254740993");
      case DataType.Text(var length) ->
          length.isEmpty()
              ? sample.and("''", "'007'", "'two' || char(10) || 'lines, größe ☃'")
              : sample.and("''", "'1e3'", "x'00ff'");
      case DataType.Real number -> sample.and("3", "1e300", "0.1 + 0.2");
      case DataType.Decimal number -> sample.and("3", "'n/a'", "12345678901234567890");
      case DataType.Timestamp moment -> sample.and("5", "'soon'", "x''");
      case DataType.Bytes bytes -> sample.and("x''", "x'00'", "zeroblob(3)");
      default -> sample.and("'soon'", "'null'", "0.5");
    };
  }

  private static List<Sample> declared() {
    return List.of(
        Sample.sorted(new DataType.Native("VARCHAR(20)"), "'a'", "'b'", "''", "'007'", "x'0a'"),
        Sample.sorted(
            new DataType.Native("DATETIME"), "'2024-01-02'", "'2024-02-03'", "17", "1.5", "'soon'"),
        Sample.sorted(new DataType.Native("DECIMAL(10,2)"), "1.25", "2.5", "3", "'n/a'", "'1e999'"),
        Sample.sorted(
            new DataType.Native("UNSIGNED BIG INT"), "1", "2", "'x'", "1.5", "9223372036854775807"),
        Sample.sorted(new DataType.Native("odd, type"), "1", "2", "'a'", "x'01'", "'1a'"),
        Sample.sorted(new DataType.Native(""), "'a'", "2", "'2'", "2.5", "x''"));
  }

  private static List<Extra> extras() {
    return List.of(
        new Extra.Clause("UNIQUE ({column}) ON CONFLICT REPLACE", false),
        new Extra.Clause("UNIQUE ({column} COLLATE NOCASE)", false),
        new Extra.Clause("CHECK ({column} IS NOT 77) ON CONFLICT IGNORE", false),
        new Extra.Clause("{column} NOT NULL ON CONFLICT ABORT", true),
        new Extra.Carried(
            "trigger",
            true,
            "CREATE TRIGGER {name} AFTER UPDATE OF {column} ON {table} WHEN new.{column} IS NOT"
                + " NULL BEGIN SELECT 1; SELECT {column} FROM {table}; END",
            "DROP TRIGGER `{name}`"),
        new Extra.Carried(
            "trigger",
            true,
            "CREATE TRIGGER {name} BEFORE DELETE ON {table} BEGIN SELECT old.{column}; END",
            "DROP TRIGGER `{name}`"),
        new Extra.Carried(
            "view",
            false,
            "CREATE VIEW {name}(a, b) AS SELECT {column}, 1 FROM {table}",
            "DROP VIEW `{name}`"),
        new Extra.Carried(
            "virtual table",
            false,
            "CREATE VIRTUAL TABLE {name} USING fts5(a, b, content={table})",
            "DROP TABLE `{name}`"),
        new Extra.Carried(
            "virtual table",
            false,
            "CREATE VIRTUAL TABLE {name} USING rtree(rid, x1, x2)",
            "DROP TABLE `{name}`"),
        new Extra.Carried(
            "virtual table",
            false,
            "CREATE VIRTUAL TABLE {name} USING fts5(title, tokenize = 'porter')",
            "DROP TABLE `{name}`"),
        new Extra.Carried(
            "trigger",
            true,
            "CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW WHEN new.{column} = 'no'"
                + " BEGIN SELECT RAISE(IGNORE); END",
            "DROP TRIGGER `{name}`"),
        new Extra.Reacting(
            "CREATE TRIGGER {name} INSTEAD OF INSERT ON {view} BEGIN SELECT 1; END",
            "DROP TRIGGER `{name}`"),
        new Extra.Reacting(
            "CREATE TRIGGER {name} INSTEAD OF DELETE ON {view} WHEN 1 BEGIN SELECT * FROM {view};"
                + " END",
            "DROP TRIGGER `{name}`"));
  }

  static Palette postgres() {
    Sample bytes = Sample.sorted(new DataType.Bytes(), "'\\x01'", "'\\x02ff'");
    return new Palette(
        Stream.of(common(), ofPostgres(), Stream.of(bytes)).flatMap(samples -> samples).toList(),
        List.of(
            new ValueSource.Identity(true, ValueSource.SequenceOptions.PLAIN),
            new ValueSource.Identity(false, ValueSource.SequenceOptions.PLAIN),
            new ValueSource.Identity(true, sequence()),
            new ValueSource.Serial()),
        List.of(true),
        List.of("C"),
        List.of(),
        EnumSet.complementOf(EnumSet.of(Palette.Feature.INDEX_COLLATIONS)),
        " OVERRIDING SYSTEM VALUE");
  }

  private static ValueSource.SequenceOptions sequence() {
    return new ValueSource.SequenceOptions(
        Optional.of(100L),
        Optional.of(10L),
        Optional.empty(),
        Optional.of(30_000L),
        Optional.of(5L),
        true);
  }

  private static Stream<Sample> common() {
    return Stream.of(
        Sample.sorted(new DataType.Int(16), "1", "2"),
        Sample.sorted(INT, "1", "2"),
        Sample.sorted(new DataType.Int(64), "1", "2"),
        Sample.sorted(TEXT, "'a'", "'it''s'"),
        Sample.sorted(new DataType.Text(Optional.of(20)), "'a'", "'b c'"),
        Sample.sorted(REAL, "0.5", "1.25"),
        Sample.sorted(new DataType.Decimal(Optional.of(8), 2), "1.25", "2.5"),
        Sample.sorted(
            new DataType.Timestamp(Optional.empty(), false),
            "'2024-01-02 03:04:05'",
            "'2024-02-03 04:05:06'"),
        Sample.sorted(new DataType.Date(), "'2024-01-02'", "'2024-02-03'"),
        Sample.unsorted(new DataType.Json(false), "'{}'", "'[1]'"));
  }

  private static Stream<Sample> ofPostgres() {
    return Stream.of(
        Sample.sorted(new DataType.Bool(), "true", "false"),
        Sample.sorted(new DataType.Char(3), "'abc'", "'xyz'"),
        Sample.sorted(new DataType.Real(32), "0.5", "1.25"),
        Sample.sorted(new DataType.Decimal(Optional.empty(), 0), "1.25", "2.5"),
        Sample.sorted(
            new DataType.Timestamp(Optional.of(3), true),
            "'2024-01-02 03:04:05+00'",
            "'2024-02-03 04:05:06+00'"),
        Sample.sorted(new DataType.Time(Optional.empty(), false), "'03:04:05'", "'04:05:06'"),
        Sample.sorted(
            new DataType.Uuid(),
            "'00000000-0000-0000-0000-000000000001'",
            "'00000000-0000-0000-0000-000000000002'"),
        Sample.sorted(new DataType.Json(true), "'{\"a\": 1}'", "'[]'"),
        Sample.sorted(new DataType.Array(INT), "'{1,2}'", "'{}'"),
        Sample.sorted(new DataType.Array(TEXT), "'{a,\"b c\"}'", "'{}'"),
        Sample.sorted(new DataType.Native("inet"), "'10.0.0.1'", "'10.0.0.2'"),
        Sample.sorted(new DataType.Native("interval"), "'1 day'", "'2 hours'"),
        Sample.sorted(new DataType.Native("tsvector"), "'a'", "'b'"));
  }
}
