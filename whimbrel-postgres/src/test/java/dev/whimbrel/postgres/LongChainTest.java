package dev.whimbrel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongChainTest {
  private static final int MANY = 12_000;

  /** Each refers to the one before, the first to the last. */
  private static Schema chain(int tables) {
    return Schema.of(IntStream.range(0, tables).mapToObj(i -> table(i, tables)).toList());
  }

  private static Table table(int number, int tables) {
    ObjectName before = ObjectName.of("table" + (number + tables - 1) % tables);
    var key =
        new Constraint.ForeignKey(
            "table%d_fk".formatted(number),
            List.of("parent"),
            before,
            List.of("id"),
            Constraint.Action.NO_ACTION,
            Constraint.Action.NO_ACTION,
            Constraint.Deferral.NOT_DEFERRABLE);
    return new Table(
        ObjectName.of("table" + number),
        List.of(
            Column.of("id", new DataType.Int(64)).notNull(),
            Column.of("parent", new DataType.Int(64))),
        List.of(new Constraint.PrimaryKey("table%d_pkey".formatted(number), List.of("id")), key),
        List.of(Index.of("table%d_idx".formatted(number), false, List.of("parent"))),
        List.of());
  }

  private static Plan plan(Schema schema) {
    List<Change> changes = schema.tables().map(table -> (Change) new Change.Create(table)).toList();
    return new PostgresDialect().planner().plan(Schema.empty(), changes);
  }

  @Test
  void aCircleOfVeryManyTablesIsPlannedWithItsKeysLast() {
    List<String> sql = plan(chain(MANY)).forward().stream().map(Statement::sql).toList();
    assertThat(sql).hasSize(3 * MANY);
    assertThat(sql.subList(0, 2 * MANY)).allMatch(each -> each.startsWith("CREATE "));
    assertThat(sql.subList(2 * MANY, 3 * MANY)).allMatch(each -> each.contains(" FOREIGN KEY "));
  }
}
