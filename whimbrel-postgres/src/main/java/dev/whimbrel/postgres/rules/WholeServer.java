package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Danger;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.script.StatementRule;
import dev.whimbrel.review.sql.StatementReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** A statement holds for all databases of the server. */
public final class WholeServer implements StatementRule {
  private static final Pattern MAKING =
      Pattern.compile("create (role|user(?! mapping)|group|database|tablespace)\\b.*");
  private static final Pattern CHANGING =
      Pattern.compile(
          "(alter (role|user(?! mapping)|group|database|tablespace|system)"
              + "|drop (role|user(?! mapping)|group|tablespace)|reassign owned)\\b.*");
  private static final Pattern MEMBERSHIP =
      Pattern.compile("(grant (?!.* on ).* to|revoke (?!.* on ).* from) .*");

  @Override
  public String id() {
    return "whole-server";
  }

  @Override
  public Optional<Danger> judge(ScriptStatement statement, Script script) {
    String words = StatementReader.words(statement.sql());
    if (MAKING.matcher(words).matches()) {
      return Optional.of(
          danger("where one server holds several databases, the second one is refused"));
    }
    return CHANGING.matcher(words).matches() || MEMBERSHIP.matcher(words).matches()
        ? Optional.of(
            danger("other databases of the server, and who works with them, are affected too"))
        : Optional.empty();
  }

  private static Danger danger(String effect) {
    return Danger.advice(
        "it holds for the whole server, not for this database alone",
        effect,
        "do it where the server is set up, not in a migration");
  }
}
