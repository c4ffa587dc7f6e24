package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.postgres.spell.Identifier;
import java.util.regex.Pattern;

/** A role of which a statement speaks, and which a scratch server does not have. */
public record MissingRole(String refusal) {
  private static final Pattern MISSING = Pattern.compile("role \"(.+)\" does not exist");

  /** Makes it, if that is what was refused; another who makes it at the same time does no harm. */
  public boolean supplied(Session scratch) {
    var missing = MISSING.matcher(refusal);
    if (!missing.find()) {
      return false;
    }
    scratch.execute(
        """
        DO $supply$ BEGIN
          CREATE ROLE %s;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $supply$\
        """
            .formatted(Identifier.quoted(missing.group(1))));
    return true;
  }
}
