package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A table without a primary key. */
public final class NoPrimaryKey implements StatementRule {
  @Override
  public String id() {
    return "require-pk";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return statement.deed() instanceof Deed.CreateTable made
            && Set.of("as", "inherits", "partition of", "temporary", "foreign").stream()
                .noneMatch(made.words()::contains)
            && !made.columns().isEmpty()
            && !hasKey(made)
            && script.after(statement).noneMatch(later -> addsKey(later.deed(), made))
        ? Optional.of(
            Danger.advice(
                made.table() + " has no primary key",
                "its rows cannot be told apart, and replication of it stops at the first UPDATE",
                "give it one: PRIMARY KEY (...)"))
        : Optional.empty();
  }

  private static boolean hasKey(Deed.CreateTable made) {
    return Stream.concat(
            made.constraints().stream(),
            made.columns().stream().flatMap(column -> column.constraints().stream()))
        .anyMatch(each -> each.kind() == NewConstraint.Kind.PRIMARY_KEY);
  }

  private static boolean addsKey(Deed deed, Deed.CreateTable made) {
    return deed instanceof Deed.Alter alter
        && alter.table().equals(made.table())
        && alter.actions().stream()
            .anyMatch(each ->
                each.action() instanceof Action.AddConstraint add
                    && add.constraint().kind() == NewConstraint.Kind.PRIMARY_KEY);
  }
}
