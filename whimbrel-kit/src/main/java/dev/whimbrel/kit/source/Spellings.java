package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint.ForeignKey;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.Spelling;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.util.Optional;

/** How the columns of a schema are written, and which of them fit one another. */
record Spellings(Schema schema, Vocabulary vocabulary, JavaNames names) {
  Spelling of(Column column) {
    return vocabulary.spell(column, names.enums());
  }

  /** Whether the compiler can check the key: both ends are there and have one type. */
  boolean typed(Table table, ForeignKey key) {
    Optional<Table> referenced = schema.findTable(key.references());
    return referenced.isPresent() && typed(table, key, referenced.get());
  }

  private boolean typed(Table table, ForeignKey key, Table referenced) {
    if (key.columns().size() != key.referenced().size()) {
      return false;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Optional<Column> target = referenced.findColumn(key.referenced().get(i));
      Optional<Column> own = table.findColumn(key.columns().get(i));
      if (target.isEmpty() || !own.map(this::valueType).equals(target.map(this::valueType))) {
        return false;
      }
    }
    return true;
  }

  private String valueType(Column column) {
    return of(column).valueType();
  }
}
