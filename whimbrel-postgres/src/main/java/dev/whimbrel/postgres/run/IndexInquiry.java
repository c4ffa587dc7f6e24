package dev.whimbrel.postgres.run;

import dev.whimbrel.dialect.Aftermath;
import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether an index that was being built is there, is whole, and is the one that was meant.
 */
record IndexInquiry(Session session, IndexStatement statement) {
  private static final String PROBE = "_whimbrel_probe";

  Aftermath aftermath() {
    List<Row> candidates = onTable().stream().filter(this::isMeant).toList();
    List<String> remains =
        candidates.stream()
            .filter(row -> !row.flag("whole"))
            .map(row -> "DROP INDEX CONCURRENTLY " + row.text("name"))
            .toList();
    Optional<Row> whole = candidates.stream().filter(row -> row.flag("whole")).findFirst();
    return whole.map(this::judged).orElse(new Aftermath.Again(remains));
  }

  private List<Row> onTable() {
    return session.query(
        """
        SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
          c.relname AS bare, i.indisvalid AND i.indisready AS whole,
          pg_get_indexdef(c.oid) AS definition
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE i.indrelid = to_regclass(?)
        """,
        statement.table());
  }

  /** An index without a name is known by what it is. */
  private boolean isMeant(Row row) {
    return statement
        .name()
        .map(name -> name.equals(row.text("bare")))
        .orElseGet(() -> wanted().equals(Optional.of(tail(row.text("definition")))));
  }

  private Aftermath judged(Row there) {
    String found = tail(there.text("definition"));
    return wanted()
        .<Aftermath>map(wanted ->
            wanted.equals(found)
                ? new Aftermath.Done(List.of())
                : new Aftermath.Foreign(
                    "There is an index %s with another definition, USING %s. Nobody knows here who"
                            .formatted(there.text("name"), found)
                        + " made it. Drop or rename it, then run \"whimbrel migrate\"."))
        .orElse(new Aftermath.Again(List.of()));
  }

  /** As the server spells it: on an empty table of the same columns, which is gone at once. */
  private Optional<String> wanted() {
    String[] definition = {""};
    try {
      session.inTransaction(() -> definition[0] = probe());
    } catch (DatabaseException impossible) {
      return Optional.empty();
    }
    return Optional.of(tail(definition[0]));
  }

  private String probe() {
    session.execute(
        "CREATE TEMP TABLE %s (LIKE %s) ON COMMIT DROP".formatted(PROBE, statement.table()));
    session.execute(statement.on("pg_temp." + PROBE));
    return session
        .query(
            "SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index"
                + " WHERE indrelid = 'pg_temp."
                + PROBE
                + "'::regclass")
        .getFirst()
        .text("definition");
  }

  /** What follows the names: the method, the columns, the condition. */
  private static String tail(String definition) {
    String unique = definition.startsWith("CREATE UNIQUE") ? "unique " : "";
    return unique + definition.substring(definition.indexOf(" USING ") + " USING ".length());
  }
}
