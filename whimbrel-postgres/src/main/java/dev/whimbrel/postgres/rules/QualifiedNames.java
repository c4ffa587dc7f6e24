package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An object is named without its schema. */
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
                "which object is meant depends on search_path",
                "in another session it may be another one",
                "write the schema in front: public.name"))
        : Optional.empty();
  }

  /** What stands in a schema and is dropped by its name. */
  private static final Set<String> IN_SCHEMAS =
      Set.of(
          "table",
          "view",
          "materialized view",
          "foreign table",
          "index",
          "sequence",
          "type",
          "domain",
          "function",
          "procedure",
          "aggregate");

  private static final Pattern MADE =
      Pattern.compile("create (or replace )?(sequence|type|function|procedure|aggregate) .*");

  /** Temporary tables have a schema of their own. */
  private static boolean unqualified(ScriptStatement statement, Script script) {
    return named(statement.deed())
        .filter(name -> name.namespace().isEmpty())
        .filter(name -> !isTemporary(name, statement, script))
        .anyMatch(name -> !saysPublic(name, statement.sql()));
  }

  private static boolean isTemporary(ObjectName name, ScriptStatement statement, Script script) {
    return script
        .before(statement)
        .map(ScriptStatement::deed)
        .anyMatch(deed ->
            deed instanceof Deed.CreateTable made
                && made.words().contains("temporary")
                && made.table().equals(name));
  }

  private static boolean saysPublic(ObjectName name, String sql) {
    return Pattern.compile(
            "\\bpublic\"?\\s*\\.\\s*\"?" + Pattern.quote(name.name()), Pattern.CASE_INSENSITIVE)
        .matcher(sql)
        .find();
  }

  private static Stream<ObjectName> named(Deed deed) {
    return switch (deed) {
      case Deed.CreateTable made when !made.words().contains("temporary") ->
          Stream.of(made.table());
      case Deed.Alter alter -> Stream.of(alter.table());
      case Deed.CreateIndex index -> Stream.of(index.table());
      case Deed.CreateView view when !view.words().contains("temp") -> Stream.of(view.view());
      case Deed.CreateTrigger trigger -> Stream.of(trigger.table());
      case Deed.CreateEnum type -> Stream.of(type.type());
      case Deed.CreateDomain domain -> Stream.of(domain.domain());
      case Deed.AlterDomain domain -> Stream.of(domain.domain());
      case Deed.AddLabel label -> Stream.of(label.type());
      case Deed.RenameLabel label -> Stream.of(label.type());
      case Deed.Query query -> query.into().stream();
      case Deed.Refresh refresh -> Stream.of(refresh.view());
      case Deed.Drop drop when IN_SCHEMAS.contains(drop.kind()) -> drop.names().stream();
      case Deed.Truncate truncate -> truncate.tables().stream();
      case Deed.Other other when MADE.matcher(other.words()).matches() -> other.object().stream();
      default -> Stream.empty();
    };
  }
}
