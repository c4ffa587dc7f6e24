package dev.whimbrel.review.naming;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that is called otherwise than the project calls tables. */
record TableName(NameCase wanted) implements StatementRule {
  @Override
  public String id() {
    return "table-name";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    return names(statement.deed())
        .filter(name -> !name.startsWith("__") && !wanted.holds(name))
        .findFirst()
        .map(name ->
            Danger.advice(
                "the table " + name + " is not written as " + wanted.word(),
                "nothing: it is about those who read the names",
                "call it otherwise, or say how tables are called here: conventions.tables"));
  }

  private static Stream<String> names(Deed deed) {
    return switch (deed) {
      case Deed.CreateTable made -> Stream.of(made.table().name());
      case Deed.Alter alter when alter.kind().equals("table") ->
          alter.actions().stream()
              .flatMap(each ->
                  each.action() instanceof Action.RenameTable(var to)
                      ? Stream.of(to)
                      : Stream.empty());
      default -> Stream.empty();
    };
  }
}
