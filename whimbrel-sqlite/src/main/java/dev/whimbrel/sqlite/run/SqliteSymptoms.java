package dev.whimbrel.sqlite.run;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Symptoms;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Common refusals by SQLite's own words, since it has no states. */
public final class SqliteSymptoms implements Symptoms {
  private static final String THERE =
      "What it makes is there already: somebody made it by hand or with another tool, or the"
          + " database came without its history. If it is what the migration would make, run"
          + " \"whimbrel resolve {migration} --applied\" (for a database that has no history at all,"
          + " \"whimbrel baseline --to {migration}\"); if not, drop it.";
  private static final String NOT_THERE =
      "What it needs is not there: the migration that makes it comes later or did not run here"
          + " (\"whimbrel status\" tells), or somebody dropped or renamed it by hand (\"whimbrel"
          + " pull\" shows what is there).";

  private static final Map<String, String> BY_WORDS =
      new TreeMap<>(
          Map.of(
              "already exists",
              THERE,
              "duplicate column name",
              THERE,
              "no such",
              NOT_THERE,
              "FOREIGN KEY constraint failed",
              "Rows refer to rows that are not there. Insert what they refer to, or delete or"
                  + " mend them, in a statement before this one.",
              "NOT NULL constraint failed",
              "Rows have no value where one is required. Fill them with an UPDATE in a"
                  + " statement before this one, or give the column a default.",
              "Cannot add a NOT NULL column",
              "The table has rows, and they would have no value. Give the column a default, or"
                  + " rebuild the table.",
              "UNIQUE constraint failed",
              "Rows have the same value where each must have its own. Find them with GROUP BY …"
                  + " HAVING count(*) > 1, and mend them in a statement before this one.",
              "CHECK constraint failed",
              "Rows break the rule. Mend them in a statement before this one.",
              "SQLITE_FULL",
              "The disk is full, or the file may not grow. Make room.",
              "attempt to write a readonly database",
              "The file or its folder may not be written by whoever runs this."));

  @Override
  public Optional<String> explanation(DatabaseException refusal, String migration) {
    String told = String.valueOf(refusal.getMessage());
    return BY_WORDS.entrySet().stream()
        .filter(symptom -> told.contains(symptom.getKey()))
        .map(symptom -> symptom.getValue().replace("{migration}", migration))
        .findFirst();
  }
}
