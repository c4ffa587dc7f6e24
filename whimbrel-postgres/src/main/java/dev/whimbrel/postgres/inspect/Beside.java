package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.work.Ahead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a part of big catalogues on another connection, in the same snapshot, while this one reads
 * the rest.
 *
 * @param setting what makes a transaction ready to read
 */
record Beside(Catalog catalog, Consumer<Session> setting) {
  /** From so many bytes on, which are some thousand tables, a connection is worth its opening. */
  private static final long BIG = 500_000;

  /** Begins to read, if that is worth while; the answer waits for the end. */
  <T> Supplier<T> read(Function<Catalog, T> part) {
    return catalog.presence().size() > BIG ? begun(part) : () -> part.apply(catalog);
  }

  private <T> Supplier<T> begun(Function<Catalog, T> part) {
    String snapshot = catalog.rows("SELECT pg_export_snapshot() AS name").getFirst().text("name");
    var reading = Ahead.of(() -> elsewhere(part, snapshot));
    return () -> reading.result().orElseGet(() -> part.apply(catalog));
  }

  private <T> Optional<T> elsewhere(Function<Catalog, T> part, String snapshot) {
    List<T> read = new ArrayList<>();
    catalog
        .session()
        .beside(other ->
            other.inTransaction(() -> {
              other.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
              other.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
              setting.accept(other);
              read.add(part.apply(new Catalog(other, catalog.presence())));
            }));
    return read.stream().findFirst();
  }
}
