package dev.whimbrel.kit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final ObjectName USERS = ObjectName.of("users");
  private static final ObjectName MOOD = new ObjectName("app", "mood");
  private static final List<DataType> TYPES =
      List.of(
          new DataType.Int(16),
          new DataType.Int(64),
          new DataType.Text(Optional.empty()),
          new DataType.Text(Optional.of(100)),
          new DataType.Char(2),
          new DataType.Bool(),
          new DataType.Real(32),
          new DataType.Decimal(Optional.empty(), 0),
          new DataType.Decimal(Optional.of(10), 0),
          new DataType.Decimal(Optional.of(10), -2),
          new DataType.Decimal(Optional.empty(), 3),
          new DataType.Timestamp(Optional.empty(), true),
          new DataType.Timestamp(Optional.of(3), false),
          new DataType.Date(),
          new DataType.Time(Optional.of(0), true),
          new DataType.Time(Optional.empty(), false),
          new DataType.Uuid(),
          new DataType.Json(true),
          new DataType.Json(false),
          new DataType.Bytes(),
          new DataType.Enumerated(MOOD),
          new DataType.Array(new DataType.Array(new DataType.Text(Optional.of(5)))),
          new DataType.Native("geometry(Point,4326)"));
  private static final List<ValueSource> VALUES =
      List.of(
          new ValueSource.Given(),
          new ValueSource.Default(new Expression("'it''s \"so\"\\'\n\t\u0001\u20ac'")),
          new ValueSource.Identity(true, ValueSource.SequenceOptions.PLAIN),
          new ValueSource.Identity(false, allOptions()),
          new ValueSource.Serial(),
          new ValueSource.AutoIncrement(),
          new ValueSource.Generated(new Expression("a + b"), true),
          new ValueSource.Generated(new Expression("a + b"), false));

  @Test
  void readsWhatItWrites() {
    var snapshot =
        Snapshot.of(
            "1_init",
            List.of("a", "b"),
            "postgresql",
            List.of("rename table a to b"),
            everything());

    assertThat(Snapshot.parse(snapshot.json(), "snapshot.json")).isEqualTo(snapshot);
  }

  @Test
  void givesEachColumnOneLine() {
    var table =
        Table.of(
                USERS,
                Column.of("id", new DataType.Uuid())
                    .notNull()
                    .filledBy(new ValueSource.Default(new Expression("gen_random_uuid()"))),
                Column.of("name", new DataType.Text(Optional.of(100))))
            .with(new Constraint.PrimaryKey("users_pkey", List.of("id")));

    assertThat(new Snapshot("c0ffee", List.of(), "postgresql", List.of(), Schema.of(table)).json())
        .isEqualTo(
            """
            {
              "version": 1,
              "dialect": "postgresql",
              "id": "c0ffee",
              "parents": [],
              "objects": [
                {
                  "kind": "table",
                  "name": "users",
                  "columns": [
                    {"name": "id", "type": "uuid", "notNull": true, "default": "gen_random_uuid()"},
                    {"name": "name", "type": "text(100)"}
                  ],
                  "constraints": [
                    {"kind": "primary key", "name": "users_pkey", "columns": ["id"]}
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void refusesOneThatANewerProgramWrote() {
    assertThatThrownBy(() -> Snapshot.parse("{\"version\": 2, \"what\": 1}", "m/snapshot.json"))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("m/snapshot.json is a snapshot of version 2")
        .hasMessageContaining("up to version 1")
        .hasMessageContaining("Use the newer Whimbrel");
  }

  @Test
  void saysWhereBrokenJsonBreaks() {
    assertThatThrownBy(() -> Snapshot.parse("{\n  \"version\": 1,\n  oops\n}", "s.json"))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("s.json, line 3, column ");
  }

  @Test
  void saysWhereAPartIsMissingOrUnknown() {
    String json = Snapshot.of("1_init", List.of(), "sqlite", List.of(), everything()).json();

    assertThatThrownBy(() -> Snapshot.parse(json.replace("\"notNull\"", "\"notNul\""), "s.json"))
        .hasMessageContaining("knows no \"notNul\" here");
    assertThatThrownBy(() -> Snapshot.parse("{\"version\": 1}", "s.json"))
        .hasMessageContaining("s.json, line 1, column 1: \"id\" is missing");
    assertThatThrownBy(() -> Snapshot.parse(json.replace("\"uuid\"", "\"uid\""), "s.json"))
        .hasMessageContaining("there is no type \"uid\"");
  }

  @Test
  void hasAnIdThatFollowsFromWhatItSays() {
    var one = Snapshot.of("1_a", List.of(), "sqlite", List.of(), everything());

    assertThat(Snapshot.of("1_a", List.of(), "sqlite", List.of(), everything())).isEqualTo(one);
    assertThat(Snapshot.of("1_b", List.of(), "sqlite", List.of(), everything()).id())
        .isNotEqualTo(one.id());
    assertThat(Snapshot.of("1_a", List.of("x"), "sqlite", List.of(), everything()).id())
        .isNotEqualTo(one.id());
  }

  private static Schema everything() {
    return Schema.of(
        new EnumType(MOOD, List.of("sad", "happy")),
        users(),
        new View(ObjectName.of("v"), "SELECT 1\nFROM users", true, Set.of(USERS, MOOD)),
        new View(ObjectName.of("w"), "SELECT 1", false, Set.of()),
        new Opaque(
            ObjectName.of("trigger touch on users"),
            "trigger",
            "CREATE TRIGGER touch\nAFTER UPDATE …\n",
            "DROP TRIGGER touch",
            Set.of(USERS)));
  }

  private static Table users() {
    var columns = new ArrayList<Column>();
    TYPES.forEach(type -> columns.add(Column.of("c" + columns.size(), type)));
    VALUES.forEach(value ->
        columns.add(
            Column.of("v" + columns.size(), new DataType.Int(32)).notNull().filledBy(value)));
    columns.add(Column.of("collated", new DataType.Text(Optional.empty())).collated("de-x-icu"));
    return new Table(USERS, columns, constraints(), indexes(), List.of("STRICT", "WITHOUT ROWID"));
  }

  private static List<Constraint> constraints() {
    return List.of(
        new Constraint.PrimaryKey("", List.of("c0", "c1")),
        new Constraint.Unique("u", List.of("c2"), true),
        new Constraint.Unique("", List.of("c3"), false),
        new Constraint.Check("c", new Expression("c0 > 0")),
        new Constraint.ForeignKey(
            "f",
            List.of("c1"),
            new ObjectName("other", "t"),
            List.of("id"),
            Constraint.Action.SET_NULL,
            Constraint.Action.CASCADE,
            Constraint.Deferral.INITIALLY_DEFERRED),
        new Constraint.ForeignKey(
            "g",
            List.of("c1"),
            USERS,
            List.of(),
            Constraint.Action.NO_ACTION,
            Constraint.Action.NO_ACTION,
            Constraint.Deferral.NOT_DEFERRABLE),
        new Constraint.Verbatim("x", "EXCLUDE USING gist (c WITH &&)"));
  }

  private static List<Index> indexes() {
    return List.of(
        Index.of("i", true, List.of("c0", "c1")),
        new Index(
            "j",
            false,
            Optional.of("gin"),
            List.of(
                Index.Part.expression("lower(c2)"),
                new Index.Part(
                    "c3",
                    false,
                    true,
                    Optional.of(Index.Nulls.LAST),
                    Optional.of("C"),
                    Optional.of("text_pattern_ops"))),
            List.of("c4"),
            true,
            Optional.of(new Expression("c5")),
            Optional.of("fillfactor=70")));
  }

  private static ValueSource.SequenceOptions allOptions() {
    return new ValueSource.SequenceOptions(
        Optional.of(5L),
        Optional.of(-2L),
        Optional.of(-9L),
        Optional.of(9L),
        Optional.of(3L),
        true);
  }
}
