package dev.whimbrel.testkit.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {
  private static final String EVERYTHING =
      """
      enum mood (sad, ok, "not so good")

      table booking options STRICT, WITHOUT ROWID
        id long not null identity (start 5, increment -2, min 1, max 9, cache 3, cycle)
        other int not null identity by default
        old int not null serial
        very_old long autoincrement
        room text(20) collate C not null default 'blue (dark)'
        "check" decimal(10, 2) default 1.5
        mood enum mood
        moods enum mood[]
        during tstzrange
        size `double precision`
        at timestamptz(3) default now()
        "twice the size" int stored as other * 2
        half int computed as CASE
                WHEN other > 0 THEN 1
            END
        primary key booking_pkey (id, room)
        unique (room) nulls not distinct
        check positive (other > (0))
        foreign key (room) references sales.rooms (name) on delete set null on update cascade deferred
        foreign key itself (id) references booking deferrable
        constraint no_overlap EXCLUDE USING gist (room WITH =)
        index booking_room (room desc nulls last, (lower(room)) collate C ops text_pattern_ops)
        unique index booking_gin using gin (id) include (room) nulls not distinct with (fillfactor=70) where room <> ''

      opaque "trigger touch on booking" as trigger of (booking)
        made by CREATE TRIGGER touch
              BEFORE UPDATE
        removed by DROP TRIGGER touch

      view rooms of (booking) as SELECT room
          FROM booking

      materialized view summary as SELECT 1
      """;

  @Test
  void whatIsPrintedReadsAsTheSameSchema() {
    Schema schema = Notation.parse(EVERYTHING);

    assertThat(Notation.parse(Notation.print(schema))).isEqualTo(schema);
  }

  @Test
  void whatIsReadPrintsAsTheSameText() {
    assertThat(Notation.print(Notation.parse(EVERYTHING)).lines().sorted())
        .containsExactlyElementsOf(EVERYTHING.lines().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"primary", "of", "sel ect", "a\"b", "", "1st", "ünï", "order"})
  void namesMayBeAnything(String name) {
    Schema schema =
        Schema.of(
            Table.of(ObjectName.of("t" + name), Column.of(name, new DataType.Native("int[ ]`"))));

    assertThat(Notation.parse(Notation.print(schema))).isEqualTo(schema);
  }

  @Test
  void opaqueObjectsKeepTheirText() {
    var opaque =
        new Opaque(ObjectName.of("function f()"), "function", "CREATE\n\n  f", "DROP f", Set.of());

    assertThat(Notation.parse(Notation.print(Schema.of(opaque)))).isEqualTo(Schema.of(opaque));
  }

  @Test
  void typesWithoutASizeHaveNone() {
    assertThat(Notation.print(new DataType.Text(Optional.empty()))).isEqualTo("text");
    assertThat(Notation.print(new DataType.Decimal(Optional.of(5), 0))).isEqualTo("decimal(5)");
  }

  @Test
  void aWrongLineIsShown() {
    assertThatThrownBy(() -> Notation.parse("table a\n  b int nut null"))
        .hasMessage(
            """
            In the line
              b int nut null
                    ^
            this is more than was expected.\
            """);
  }

  @Test
  void renamesAreReadOneToALine() {
    assertThat(Notation.parseRenames("rename table a to b\nrename column b.x to y"))
        .containsExactly(
            new Change.RenameTable(ObjectName.of("a"), ObjectName.of("b")),
            new Change.RenameColumn(ObjectName.of("b"), "x", "y"));
  }
}
