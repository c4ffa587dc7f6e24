package dev.whimbrel.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Planner;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewerTest {
  private static final ObjectName USERS = ObjectName.of("users");
  private static final Column AGE = Column.of("age", new DataType.Int(32));
  private static final Table TABLE = Table.of(USERS, Column.of("id", new DataType.Int(32)), AGE);

  @Test
  void aDroppedColumnLosesItsValues() {
    assertThat(rules(new Change.DropColumn(USERS, AGE))).containsExactly("data-loss");
  }

  @Test
  void aDroppedTableLosesItsRows() {
    assertThat(rules(new Change.Drop(TABLE))).containsExactly("data-loss");
  }

  @Test
  void aColumnThatMustHaveAValueNeedsOneForTheRowsThatAreThere() {
    Column required = Column.of("email", new DataType.Text(Optional.empty())).notNull();

    assertThat(rules(new Change.AddColumn(USERS, required))).containsExactly("required-column");
    assertThat(rules(new Change.AlterColumn(USERS, AGE, AGE.notNull())))
        .containsExactly("required-column");
  }

  @Test
  void aRenameBreaksRunningCode() {
    assertThat(rules(new Change.RenameColumn(USERS, "age", "years"))).containsExactly("rename");
  }

  @Test
  void aTypeChangeConvertsEveryValue() {
    assertThat(rules(new Change.AlterColumn(USERS, AGE, AGE.typed(new DataType.Int(64)))))
        .containsExactly("type-change");
  }

  @Test
  void aColumnThatGoesWhileItsTableGetsAnotherFormLosesItsValuesToo() {
    Table other = TABLE.without(AGE).withOptions(List.of("STRICT"));

    assertThat(rules(new Change.Replace(TABLE, other))).containsExactly("data-loss");
  }

  @Test
  void aColumnThatIsInheritedFromNowOnIsNotLost() {
    Table heir = TABLE.without(AGE).withOptions(List.of("INHERITS (people)"));

    assertThat(rules(new Change.Replace(TABLE, heir))).isEmpty();
  }

  @Test
  void aColumnThatGoesAsItsTableLeavesItsFamilyIsLostAndOneThatItHadFromThereIsNotNew() {
    Table heir = TABLE.withOptions(List.of("INHERITS (people)"));
    Column required = Column.of("email", new DataType.Text(Optional.empty())).notNull();
    Table alone = TABLE.without(AGE).with(required);

    assertThat(rules(new Change.Replace(heir, alone))).containsExactly("data-loss");
  }

  @Test
  void anOrdinaryAdditionIsNoFinding() {
    assertThat(rules(new Change.AddColumn(USERS, Column.of("nick", new DataType.Int(32)))))
        .isEmpty();
  }

  private static List<String> rules(Change change) {
    var planner = new Planner((each, before) -> List.of(Statement.of("x")), List.of());
    return new Reviewer(List.of())
        .review(planner.plan(Schema.of(TABLE), List.of(change))).stream()
            .map(Finding::rule)
            .toList();
  }
}
