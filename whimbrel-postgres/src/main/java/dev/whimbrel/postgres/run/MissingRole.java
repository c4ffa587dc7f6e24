package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.postgres.spell.Identifier;
import java.util.regex.Pattern;

/** A role of which a statement speaks, and which a scratch server does not have. */
public record MissingRole(DatabaseException refusal) {
  private static final Pattern MISSING = Pattern.compile("role \"(.+)\" does not exist");

  /** Makes it, if that is what was refused. */
  public boolean supplied(Session scratch) {
    var missing = MISSING.matcher(String.valueOf(refusal.getMessage()));
    if (!missing.find()) {
      return false;
    }
    scratch.execute("CREATE ROLE " + Identifier.quoted(missing.group(1)));
    return true;
  }
}
