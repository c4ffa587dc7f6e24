package dev.whimbrel.sqlite.render;

import dev.whimbrel.plan.Fill;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documented way to change a table in SQLite: a new one is filled from the old one and takes
 * its name. Foreign keys are off meanwhile, for dropping the old table would delete what refers to
 * it.
 */
final class Rebuild {
  private final Table from;
  private final Table to;
  private final ObjectName fresh;
  private final List<Fill> fills;

  Rebuild(Table from, Table to, Schema before, List<Fill> fills) {
    this.from = from;
    this.to = to;
    this.fresh = unused("__new_" + to.name().name(), to.name(), before);
    this.fills = fills;
  }

  Stream<String> statements() {
    var statements = new ArrayList<String>();
    statements.add(ForeignKeys.OFF);
    statements.add(new TableSql(to).create(fresh));
    statements.add(new RowCopy(from, to, fills).into(fresh));
    if (counts(from) && counts(to)) {
      statements.add(carrySequence());
    }
    statements.add("DROP TABLE " + Words.quoted(from.name()));
    statements.add("ALTER TABLE " + Words.quoted(fresh) + " RENAME TO " + Words.quoted(to.name()));
    new TableSql(to).createIndexes().forEach(statements::add);
    statements.add(ForeignKeys.ON);
    return statements.stream();
  }

  /** A name like this that no object has. */
  static ObjectName unused(String name, ObjectName beside, Schema before) {
    ObjectName candidate = beside.sibling(name);
    return before.find(candidate).isPresent() ? unused("_" + name, beside, before) : candidate;
  }

  private static boolean counts(Table table) {
    return table.columns().stream()
            .anyMatch(column -> column.value() instanceof ValueSource.AutoIncrement)
        || table
            .constraints(Constraint.Verbatim.class)
            .anyMatch(words -> Wording.mentions(words.definition(), "autoincrement"));
  }

  private String carrySequence() {
    return """
    UPDATE sqlite_sequence SET seq = coalesce((SELECT old.seq FROM sqlite_sequence AS old \
    WHERE old.name = %s), seq) WHERE name = %s\
    """
        .formatted(Words.string(from.name().name()), Words.string(fresh.name()));
  }
}
