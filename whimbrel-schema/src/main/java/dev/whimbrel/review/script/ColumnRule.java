package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewColumn;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule about columns as they are declared, in new tables and in old ones. */
public interface ColumnRule extends ScriptRule {
  /**
   * @param key whether it is the primary key
   */
  Optional<Danger> judge(NewColumn column, String table, boolean key);

  /** Whether it looks at types, and so at a column that only gets another one as well. */
  default boolean looksAtTypes() {
    return true;
  }

  @Override
  default Stream<ScriptFinding> check(ScriptStatement statement, Script script) {
    return switch (statement.deed()) {
      case Deed.CreateTable made ->
          made.columns().stream()
              .flatMap(column ->
                  check(column, made.table().toString(), Keys.isKey(column, made))
                      .map(danger ->
                          ScriptFinding.at(id(), danger, statement, column.span(), script)));
      case Deed.Alter alter ->
          alter.actions().stream()
              .flatMap(placed ->
                  column(placed)
                      .flatMap(column -> check(column, alter.table().toString(), false))
                      .map(danger ->
                          ScriptFinding.at(id(), danger, statement, placed.span(), script)));
      default -> Stream.empty();
    };
  }

  private Stream<NewColumn> column(Deed.Placed placed) {
    return switch (placed.action()) {
      case Action.AddColumn added -> Stream.of(added.column());
      case Action.AlterType(var name, var type, var using) when looksAtTypes() ->
          Stream.of(NewColumn.of(name, type, placed.span()));
      default -> Stream.empty();
    };
  }

  private Stream<Danger> check(NewColumn column, String table, boolean key) {
    return judge(column, table, key).stream();
  }
}
