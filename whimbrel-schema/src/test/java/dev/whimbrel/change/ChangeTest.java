package dev.whimbrel.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final ObjectName PARENT = ObjectName.of("parent");
  private static final ObjectName CHILD = ObjectName.of("child");
  private static final Table PARENT_TABLE =
      Table.of(PARENT, Column.of("id", new DataType.Int(32)).notNull())
          .with(new Constraint.PrimaryKey("parent_pkey", List.of("id")));
  private static final Table CHILD_TABLE =
      Table.of(CHILD, Column.of("parent_id", new DataType.Int(32)))
          .with(key())
          .with(new Constraint.Check("positive", new Expression("parent_id > 0")))
          .with(Index.of("child_parent", false, List.of("parent_id")));
  private static final Schema BEFORE = Schema.of(PARENT_TABLE, CHILD_TABLE);

  @Test
  void everyChangeIsTakenBackByItsInverse() {
    var index = Index.of("more", true, List.of("parent_id"));
    List<Change> changes =
        List.of(
            new Change.Create(Table.of(ObjectName.of("other"))),
            new Change.RenameTable(PARENT, ObjectName.of("elder")),
            new Change.RenameColumn(PARENT, "id", "key"),
            new Change.RenameColumn(CHILD, "parent_id", "elder_id"),
            new Change.AddColumn(CHILD, Column.of("age", new DataType.Int(16))),
            new Change.AddIndex(CHILD, index),
            new Change.Replace(CHILD_TABLE, CHILD_TABLE.with(index)));
    for (Change change : changes) {
      Schema after = change.applyTo(BEFORE);
      assertThat(after).as(change.describe()).isNotEqualTo(BEFORE);
      assertThat(change.inverse().applyTo(after)).as(change.describe()).isEqualTo(BEFORE);
    }
  }

  @Test
  void aForeignKeyFollowsTheTableAndTheColumnItRefersTo() {
    Schema after =
        Change.applyAll(
            List.of(
                new Change.RenameTable(PARENT, ObjectName.of("elder")),
                new Change.RenameColumn(ObjectName.of("elder"), "id", "key")),
            BEFORE);

    Constraint.ForeignKey key = after.table(CHILD).foreignKeys().findFirst().orElseThrow();

    assertThat(key.references()).isEqualTo(ObjectName.of("elder"));
    assertThat(key.referenced()).containsExactly("key");
  }

  @Test
  void checksAndIndexesFollowARenamedColumn() {
    Table after =
        new Change.RenameColumn(CHILD, "parent_id", "elder_id").applyTo(BEFORE).table(CHILD);

    assertThat(after.indexes().getFirst().columns()).containsExactly("elder_id");
    assertThat(after.constraints())
        .contains(new Constraint.Check("positive", new Expression("elder_id > 0")));
  }

  @Test
  void tellsItselfInOneLine() {
    assertThat(new Change.RenameColumn(ObjectName.of("posts"), "title", "headline").describe())
        .isEqualTo("rename column posts.title to headline");
  }

  private static Constraint key() {
    return new Constraint.ForeignKey(
        "child_parent_fk",
        List.of("parent_id"),
        PARENT,
        List.of("id"),
        Constraint.Action.CASCADE,
        Constraint.Action.NO_ACTION,
        Constraint.Deferral.NOT_DEFERRABLE);
  }
}
