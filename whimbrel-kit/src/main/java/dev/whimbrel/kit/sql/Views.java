package dev.whimbrel.kit.sql;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.kit.source.SchemaSourceException;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.View;

/** Reads from each view once, since some databases take a view of what is not there. */
record Views(Session session, Dialect dialect) {
  void tryEach(Schema schema) {
    schema.all(View.class).filter(view -> !view.materialized()).forEach(this::read);
  }

  private void read(View view) {
    String namespace = view.name().namespace();
    String name =
        (namespace.isEmpty() ? "" : dialect.quote(namespace) + ".")
            + dialect.quote(view.name().name());
    try {
      session.query("SELECT * FROM " + name + " WHERE 1 = 0");
    } catch (DatabaseException cause) {
      throw new SchemaSourceException(
          "The view %s of the schema cannot be read: %s. Mend it, or the table that it reads."
              .formatted(view.name(), cause.getMessage()),
          cause);
    }
  }
}
