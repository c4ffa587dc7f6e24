package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads PostgreSQL's catalogues in one snapshot, with as many queries for one table as for all. */
public final class PostgresInspector implements Inspector {
  private static final int TRIES = 5;

  /** No such thing, by a name or by its number within the server. */
  private static final Set<String> GONE =
      Set.of("XX000", "42P01", "42703", "42704", "42883", "3F000");

  /** What is read must not depend on who reads it where, and is read too seldom to be compiled. */
  private static final String PLAIN_SPELLING =
      """
      SELECT set_config('search_path', 'public', true), set_config('TimeZone', 'UTC', true),
        set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'postgres', true),
        set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true),
        set_config('quote_all_identifiers', 'off', true), set_config('jit', 'off', true),
        set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true)
      """;

  private final Normalizer normalizer;

  public PostgresInspector(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  /**
   * The schema as it is at one moment.
   *
   * @throws RefusedException if others change it faster than it can be read
   */
  @Override
  public Schema inspect(Session session) {
    String stumbled = "";
    for (int tries = 0; tries < TRIES; tries++) {
      var standstill = Standstill.begin(session);
      try {
        Optional<List<SchemaObject>> read = read(session, standstill);
        if (read.isPresent()) {
          return normalizer.normalize(Schema.of(read.get()));
        }
      } catch (DatabaseException | IllegalStateException failure) {
        if (!isStumble(failure) || standstill.holds(session)) {
          throw failure;
        }
        stumbled = " The last time it ended with: " + failure.getMessage();
      }
    }
    throw new RefusedException(
        ("Others changed the schema of this database while it was read, %d times in a row. Nothing"
                    + " was taken over, since it would be half of this and half of that. Try again when"
                    + " they are done.")
                .formatted(TRIES)
            + stumbled);
  }

  /** Whether a query may have failed because a thing was there when it began, and then was not. */
  private static boolean isStumble(RuntimeException failure) {
    return !(failure instanceof DatabaseException refusal)
        || GONE.contains(refusal.sqlState().orElse(""));
  }

  private static Optional<List<SchemaObject>> read(Session session, Standstill standstill) {
    var objects = new ArrayList<SchemaObject>();
    var seen = new ArrayList<String>();
    session.inTransaction(() -> {
      session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      session.query(PLAIN_SPELLING);
      objects.addAll(objects(Catalog.of(session)));
      if (!standstill.holds(session)) {
        seen.add(Standstill.rows(session));
      }
    });
    boolean same = seen.isEmpty() || seen.getFirst().equals(Standstill.rows(session));
    return same ? Optional.of(objects) : Optional.empty();
  }

  /**
   * What stands around tables, and their constraints and indexes, which take about as long as the
   * rest.
   */
  private record Around(
      List<SchemaObject> objects,
      Map<Long, List<Constraint>> constraints,
      Map<Long, List<Index>> indexes) {
    static Around read(Catalog catalog) {
      var leanings = Leanings.read(catalog);
      var objects = new ArrayList<SchemaObject>(Enums.read(catalog));
      objects.addAll(new Views(leanings).read(catalog));
      objects.addAll(new Carried(leanings).read(catalog));
      return new Around(objects, Constraints.read(catalog), Indexes.read(catalog));
    }
  }

  private static List<SchemaObject> objects(Catalog catalog) {
    Inexpressible.refuse(catalog);
    Supplier<Around> reading =
        new Beside(catalog, session -> session.query(PLAIN_SPELLING)).read(Around::read);
    List<Sequence> sequences = Sequence.read(catalog);
    var columns = new Columns(sequences);
    Map<Long, List<Column>> ofTables = columns.read(catalog);
    List<Opaque> ofColumns = Carried.ofColumns(catalog, columns.isAnySpecial());
    Around around = reading.get();
    var objects =
        new ArrayList<SchemaObject>(
            new Tables(ofTables, around.constraints(), around.indexes()).read(catalog));
    columns.unclaimed().flatMap(Sequence::opaque).forEach(objects::add);
    sequences.stream().flatMap(each -> each.renamed().stream()).forEach(objects::add);
    objects.addAll(ofColumns);
    objects.addAll(RequirementNames.read(catalog));
    objects.addAll(PartitionIndexNames.read(catalog));
    objects.addAll(around.objects());
    return objects;
  }
}
