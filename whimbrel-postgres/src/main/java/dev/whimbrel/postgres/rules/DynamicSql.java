package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import java.util.Optional;
import java.util.regex.Pattern;

/** A function or block puts SQL together from pieces that nobody quotes. */
public final class DynamicSql implements StatementRule {
  private static final Pattern CODE =
      Pattern.compile("(?is)^(create\\s+(or\\s+replace\\s+)?(function|procedure)|do)\\b.*");
  private static final Pattern EXECUTE = Pattern.compile("(?is)\\bexecute\\s+([^;]*)");
  private static final Pattern QUOTED =
      Pattern.compile("(?is).*\\b(quote_ident|quote_literal|quote_nullable|format)\\s*\\(.*");

  @Override
  public String id() {
    return "dynamic-sql";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    boolean pieced =
        CODE.matcher(statement.sql()).matches()
            && EXECUTE
                .matcher(statement.sql())
                .results()
                .map(found -> found.group(1))
                .anyMatch(sql -> sql.contains("||") && !QUOTED.matcher(sql).matches());
    return pieced
        ? Optional.of(
            Danger.advice(
                "it runs SQL that is put together with || and without quoting",
                "a value with a quote in it becomes SQL of its own",
                "EXECUTE format('... %I ... %L', name, value)"))
        : Optional.empty();
  }
}
