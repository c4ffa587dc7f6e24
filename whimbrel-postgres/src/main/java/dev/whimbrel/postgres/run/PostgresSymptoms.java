package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Symptoms;
import java.util.Optional;

/** Common refusals by their SQLSTATE. */
public final class PostgresSymptoms implements Symptoms {
  @Override
  public Optional<String> explanation(DatabaseException refusal, String migration) {
    return missingExtension(refusal)
        .or(() -> refusal.sqlState().flatMap(PostgresSymptoms::text))
        .map(text -> text.replace("{migration}", migration));
  }

  /** Its state says no more than that something is not supported. */
  private static Optional<String> missingExtension(DatabaseException refusal) {
    String told = String.valueOf(refusal.getMessage());
    return refusal.sqlState().equals(Optional.of("0A000")) && told.contains("extension \"")
        ? Optional.of(
            "The server has no such extension. Install its package on the machine of the server, or"
                + " take a server that comes with it; the file need not be changed.")
        : Optional.empty();
  }

  private static Optional<String> text(String state) {
    return Optional.ofNullable(
        switch (state) {
          case "42P07", "42710", "42P06", "42701", "42723" ->
              "What it makes is there already: somebody made it by hand or with another tool, or"
                  + " the database came without its history. If it is what the migration would"
                  + " make, run \"whimbrel resolve {migration} --applied\" (for a database that has"
                  + " no history at all, \"whimbrel baseline --to {migration}\"); if not, drop it.";
          case "42P01", "42703", "42704", "42883", "3F000" ->
              "What it needs is not there: the migration that makes it comes later or did not run"
                  + " here (\"whimbrel status\" tells), or somebody dropped or renamed it by hand"
                  + " (\"whimbrel pull\" shows what is there).";
          case "23503" ->
              "Rows refer to rows that are not there. Insert what they refer to, or delete or mend"
                  + " them, in a statement before this one.";
          case "23502" ->
              "Rows have no value where one is required. Fill them with an UPDATE in a statement"
                  + " before this one, or give the column a default.";
          case "23505" ->
              "Rows have the same value where each must have its own. Find them with GROUP BY …"
                  + " HAVING count(*) > 1, and mend them in a statement before this one.";
          case "23514" ->
              "Rows break the rule. Mend them in a statement before this one, or add the constraint"
                  + " NOT VALID and validate it later.";
          case "42804", "42846", "22P02", "22007" ->
              "Values do not fit the type. Say how they become values of the new one, with USING"
                  + " behind ALTER COLUMN … TYPE; a default has to be dropped before and set again"
                  + " after.";
          case "2BP01" ->
              "Others depend on what it drops: foreign keys, views or functions. Drop or change them"
                  + " in a statement before this one; CASCADE would drop them too, whoever uses"
                  + " them.";
          case "42501" ->
              "The role that migrates may not do this. Grant it the right, or connect as the"
                  + " owner.";
          case "25001" ->
              "PostgreSQL does not run this in a transaction. Begin the file with the line \"--"
                  + " whimbrel: transaction=none\".";
          case "55P04" ->
              "A label that was added to an enum can be used only after the commit. Write COMMIT;"
                  + " between the two statements.";
          case "53100" -> "The server's disk is full. Make room on it.";
          case "57014" -> "Somebody, or a statement_timeout, ended the statement.";
          default -> null;
        });
  }
}
