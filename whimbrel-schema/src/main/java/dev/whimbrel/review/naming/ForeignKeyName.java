package dev.whimbrel.review.naming;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import dev.whimbrel.schema.ObjectName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A foreign key that is called otherwise than the project calls foreign keys. */
record ForeignKeyName(NameTemplate wanted, AdvisedSql sql) implements StatementRule {
  private static final Pattern TARGET =
      Pattern.compile("(?is)\\breferences\\s+[^(]*?\\(([^)]*)\\)");

  @Override
  public String id() {
    return "foreign-key-name";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    return switch (statement.deed()) {
      case Deed.CreateTable made -> judge(made.declared(), made.table());
      case Deed.Alter alter -> judge(alter.declared(), alter.table());
      default -> Optional.empty();
    };
  }

  private Optional<Danger> judge(Stream<NewConstraint> constraints, ObjectName table) {
    return constraints
        .filter(each -> each.kind() == NewConstraint.Kind.FOREIGN_KEY && !each.name().isEmpty())
        .filter(each -> !wanted.fits(each.name(), words(each, table)))
        .findFirst()
        .map(each ->
            Danger.advice(
                "the foreign key %s is not called as %s".formatted(each.name(), wanted.text()),
                "nothing: it is about those who read the names",
                sql.renaming(
                    "ALTER TABLE %s RENAME CONSTRAINT %s"
                        .formatted(sql.name(table), sql.name(each.name())),
                    wanted.example(words(each, table)))));
  }

  private static Map<String, String> words(NewConstraint key, ObjectName table) {
    Matcher target = TARGET.matcher(key.text());
    String referenced =
        target.find() ? target.group(1).replaceAll("[\"`\\s]", "").replace(',', '_') : "id";
    return Map.of(
        "table", table.name(),
        "columns", String.join("_", key.columns()),
        "references", key.references().map(ObjectName::name).orElse(""),
        "referenced", referenced);
  }
}
