package dev.whimbrel.postgres.inspect;

import dev.whimbrel.dialect.Inspector;
import dev.whimbrel.dialect.Normalizer;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Reads PostgreSQL's catalogues in one snapshot, with as many queries for one table as for all. */
public final class PostgresInspector implements Inspector {
  /** What is read must not depend on who reads it where, and is read too seldom to be compiled. */
  private static final String PLAIN_SPELLING =
      """
      SELECT set_config('search_path', 'public', true), set_config('TimeZone', 'UTC', true),
        set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'postgres', true),
        set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true),
        set_config('quote_all_identifiers', 'off', true), set_config('jit', 'off', true)
      """;

  private final Normalizer normalizer;

  public PostgresInspector(Normalizer normalizer) {
    this.normalizer = normalizer;
  }

  @Override
  public Schema inspect(Session session) {
    var objects = new ArrayList<SchemaObject>();
    session.inTransaction(() -> {
      session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      session.query(PLAIN_SPELLING);
      objects.addAll(objects(session));
    });
    return normalizer.normalize(Schema.of(objects));
  }

  private static List<SchemaObject> objects(Session session) {
    Inexpressible.refuse(session);
    var leanings = Leanings.read(session);
    var columns = new Columns(Sequence.read(session));
    var objects = new ArrayList<SchemaObject>();
    objects.addAll(
        new Tables(columns.read(session), Constraints.read(session), Indexes.read(session))
            .read(session));
    columns.unclaimed().flatMap(Sequence::opaque).forEach(objects::add);
    objects.addAll(Enums.read(session));
    objects.addAll(new Views(leanings).read(session));
    objects.addAll(new Carried(leanings).read(session));
    return objects;
  }
}
