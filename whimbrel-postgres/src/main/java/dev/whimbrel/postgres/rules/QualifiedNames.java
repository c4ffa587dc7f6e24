package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table is named without its schema. */
public final class QualifiedNames implements StatementRule {
  @Override
  public String id() {
    return "qualified-names";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {

    return unqualified(statement, script)
        ? Optional.of(
            Danger.advice(
                "which table is meant depends on search_path",
                "in another session it may be another one",
                "write the schema in front: public.name"))
        : Optional.empty();
  }

  private static final Pattern SCHEMA = Pattern.compile("(?i)\\bpublic\"?\\s*\\.");

  /** What stands in a schema and is dropped by its name. */
  private static final Set<String> RELATIONS =
      Set.of("table", "view", "materialized view", "foreign table", "index", "sequence");

  /** Temporary tables have a schema of their own. */
  private static boolean unqualified(ScriptStatement statement, Script script) {
    Set<ObjectName> temporary =
        script
            .before(statement)
            .map(ScriptStatement::deed)
            .flatMap(deed ->
                deed instanceof Deed.CreateTable made && made.words().contains("temporary")
                    ? Stream.of(made.table())
                    : Stream.empty())
            .collect(Collectors.toSet());
    return named(statement.deed()).stream()
            .anyMatch(name -> name.namespace().isEmpty() && !temporary.contains(name))
        && !SCHEMA.matcher(statement.sql()).find();
  }

  private static List<ObjectName> named(Deed deed) {
    return switch (deed) {
      case Deed.CreateTable made when !made.words().contains("temporary") -> List.of(made.table());
      case Deed.Alter alter -> List.of(alter.table());
      case Deed.CreateIndex index -> List.of(index.table());
      case Deed.Drop drop when RELATIONS.contains(drop.kind()) -> drop.names();
      case Deed.Truncate truncate -> truncate.tables();
      default -> List.of();
    };
  }
}
