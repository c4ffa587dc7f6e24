package dev.whimbrel.kit.draft;

import dev.whimbrel.change.Change;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.plan.Step;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a migration's scripts. */
public final class ScriptText {
  private ScriptText() {}

  /** The way there: each statement closed by a semicolon, an empty line between two. */
  public static String up(Plan plan) {
    return statements(plan.forward());
  }

  /**
   * The way back, with what it would lose in front.
   *
   * @param fills what rows get in columns that are NOT NULL again
   */
  public static String down(MigrationId id, Plan plan, Fills fills) {
    var comment = new ArrayList<>(List.of("-- Takes back " + id + "."));
    comment.addAll(list("-- Running this loses what was written since:", made(plan)));
    comment.addAll(list("-- It brings back the shape, but not:", unrecoverable(plan)));
    comment.addAll(
        list(
            "-- It fails where a row has no value for these, which are NOT NULL again; generate --fill says one:",
            valueless(plan, fills)));
    comment.addAll(list("-- There is no way back for:", dead(plan)));
    String back = statements(plan.back());
    return String.join("\n", comment) + "\n" + (back.isEmpty() ? "" : "\n" + back);
  }

  /** The scripts of a migration that a person writes. */
  public static String empty(String asks) {
    return "-- " + asks + "\n";
  }

  static String statements(List<Statement> statements) {
    return commits(statements).stream()
        .map(sql -> sql.stripTrailing() + ";\n")
        .collect(Collectors.joining("\n"));
  }

  /** With a commit in front of and behind what runs apart, where a transaction is open there. */
  private static List<String> commits(List<Statement> statements) {
    var lines = new ArrayList<String>();
    var open = Optional.<Statement.Transaction>empty();
    for (Statement each : statements) {
      boolean apart = each.transaction() == Statement.Transaction.APART;
      boolean closes =
          open.filter(last -> apart || last == Statement.Transaction.APART).isPresent();
      if (closes && each.transaction() != Statement.Transaction.OUTSIDE) {
        lines.add("COMMIT");
      }
      lines.add(each.sql());
      open = Optional.of(each.transaction()).filter(it -> it != Statement.Transaction.OUTSIDE);
    }
    return lines;
  }

  private static List<String> list(String heading, List<String> items) {
    return items.isEmpty()
        ? List.of()
        : Stream.concat(Stream.of(heading), items.stream().map(item -> "--   " + item)).toList();
  }

  private static List<String> made(Plan plan) {
    return plan.meant().flatMap(ScriptText::made).toList();
  }

  private static Stream<String> made(Change change) {
    return switch (change) {
      case Change.Create(Table table) -> Stream.of("the rows of table " + table.name());
      case Change.AddColumn(var table, var column) when !column.generated() ->
          Stream.of("the values of column " + table + "." + column.name());
      default -> Stream.empty();
    };
  }

  private static List<String> unrecoverable(Plan plan) {
    return backs(plan)
        .filter(Step.Back.ShapeOnly.class::isInstance)
        .map(back -> ((Step.Back.ShapeOnly) back).lost())
        .toList();
  }

  private static List<String> valueless(Plan plan, Fills fills) {
    return plan.meant()
        .map(Change::inverse)
        .filter(change -> !fills.answers(change))
        .flatMap(ScriptText::valueless)
        .toList();
  }

  private static Stream<String> valueless(Change back) {
    return switch (back) {
      case Change.AddColumn(var table, var column) when required(column) ->
          Stream.of(table + "." + column.name());
      case Change.AlterColumn(var table, var from, var to) when from.nullable() && !to.nullable() ->
          Stream.of(table + "." + to.name());
      default -> Stream.empty();
    };
  }

  private static boolean required(Column column) {
    return !column.nullable() && column.value() instanceof ValueSource.Given;
  }

  private static List<String> dead(Plan plan) {
    return backs(plan)
        .filter(Step.Back.None.class::isInstance)
        .map(back -> ((Step.Back.None) back).reason())
        .toList();
  }

  private static Stream<Step.Back> backs(Plan plan) {
    return plan.steps().stream().map(Step::back);
  }
}
