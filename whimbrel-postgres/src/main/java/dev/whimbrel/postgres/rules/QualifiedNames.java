package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table is named without its schema. */
public final class QualifiedNames implements StatementRule {
  @Override
  public String id() {
    return "qualified-names";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return unqualified(statement)
        ? Optional.of(
            Danger.advice(
                "which table is meant depends on search_path",
                "in another session it may be another one",
                "write the schema in front: public.name"))
        : Optional.empty();
  }

  private static final Pattern SCHEMA = Pattern.compile("(?i)\\bpublic\"?\\s*\\.");

  private static boolean unqualified(ScriptStatement statement) {
    Optional<ObjectName> table =
        switch (statement.deed()) {
          case Deed.CreateTable made when !made.words().contains("temporary") ->
              Optional.of(made.table());
          case Deed.Alter alter -> Optional.of(alter.table());
          case Deed.CreateIndex index -> Optional.of(index.table());
          case Deed.Drop drop -> drop.names().stream().findFirst();
          case Deed.Truncate truncate -> truncate.tables().stream().findFirst();
          default -> Optional.empty();
        };
    return table.filter(name -> name.namespace().isEmpty()).isPresent()
        && !SCHEMA.matcher(statement.sql()).find();
  }
}
