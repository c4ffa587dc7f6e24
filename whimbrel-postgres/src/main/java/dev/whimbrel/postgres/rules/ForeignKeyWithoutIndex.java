package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptRule;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import dev.whimbrel.schema.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** A foreign key whose columns have no index. */
public final class ForeignKeyWithoutIndex implements ScriptRule {
  @Override
  public String id() {
    return "fk-without-index";
  }

  @Override
  public Stream<ScriptFinding> check(ScriptStatement statement, Script script) {
    return switch (statement.deed()) {
      case Deed.CreateTable made -> check(made.table(), statement, script);
      case Deed.Alter alter -> check(alter.table(), statement, script);
      default -> Stream.empty();
    };
  }

  private Stream<ScriptFinding> check(ObjectName table, ScriptStatement statement, Script script) {
    return statement
        .deed()
        .declared()
        .filter(key -> key.kind() == NewConstraint.Kind.FOREIGN_KEY && !key.columns().isEmpty())
        .filter(key -> script.indexes(table).noneMatch(columns -> begins(columns, key.columns())))
        .map(key ->
            ScriptFinding.at(id(), danger(key, table), statement, statement.whole(), script));
  }

  private static boolean begins(List<String> index, List<String> key) {
    return index.size() >= key.size()
        && new HashSet<>(index.subList(0, key.size())).containsAll(key);
  }

  private static Danger danger(NewConstraint key, ObjectName table) {
    String columns = String.join(", ", key.columns());
    return Danger.advice(
        "no index begins with "
            + columns
            + ", which refers to "
            + key.references().map(Object::toString).orElse("another table"),
        "each DELETE there reads the whole of " + table,
        "CREATE INDEX CONCURRENTLY ON %s (%s);".formatted(table, columns));
  }
}
