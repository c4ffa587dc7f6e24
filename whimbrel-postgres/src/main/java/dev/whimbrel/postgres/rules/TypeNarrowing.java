package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.ActionRule;
import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import java.util.Optional;

/** A type changes to one that some values may not fit. */
public final class TypeNarrowing implements ActionRule {
  @Override
  public String id() {
    return "type-narrowing";
  }

  @Override
  public Optional<Danger> judge(
      Action action, String table, ScriptStatement statement, Script script) {

    return action instanceof Action.AlterType(String column, String type, Optional<String> using)
            && !statement.seenQuick()
            && (using.isPresent() || narrow(type))
        ? Optional.of(
            Danger.dangerous(
                "values of %s.%s that do not fit %s stop it, or are cut"
                    .formatted(table, column, type),
                using.isPresent()
                    ? "USING converts silently: what it loses is lost"
                    : "one row that does not fit stops the migration",
                "SELECT count(*) FROM %s WHERE %s IS DISTINCT FROM CAST(%s AS %s); -- must be 0 first"
                    .formatted(table, column, column, type)))
        : Optional.empty();
  }

  private static boolean narrow(String type) {
    return type.matches(
        "(varchar|character varying|char|character|bpchar|numeric|decimal|time|timestamp)"
            + "\\s*\\(.*|smallint|int2|date|uuid|inet|cidr|boolean");
  }
}
