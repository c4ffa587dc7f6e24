package dev.whimbrel.sqlite.render;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.sqlite.parse.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  Rebuild(Table from, Table to, Schema before) {
    this.from = from;
    this.to = to;
    this.fresh = unused("__new_" + to.name().name(), before);
  }

  Stream<String> statements() {
    var statements = new ArrayList<String>();
    statements.add(ForeignKeys.OFF);
    statements.add(new TableSql(to).create(fresh));
    statements.add(copy());
    if (counts(from) && counts(to)) {
      statements.add(carrySequence());
    }
    statements.add("DROP TABLE " + Words.quoted(from.name()));
    statements.add("ALTER TABLE " + Words.quoted(fresh) + " RENAME TO " + Words.quoted(to.name()));
    new TableSql(to).createIndexes().forEach(statements::add);
    statements.add(ForeignKeys.ON);
    return statements.stream();
  }

  private ObjectName unused(String name, Schema before) {
    ObjectName candidate = to.name().sibling(name);
    return before.find(candidate).isPresent() ? unused("_" + name, before) : candidate;
  }

  /**
   * Nothing is filled in: a row without a value where one is needed now stops the migration. A row
   * with nothing to carry over is still a row.
   */
  private String copy() {
    var into = new ArrayList<String>();
    var values = new ArrayList<String>();
    List<String> kept = kept();
    rowid(kept.isEmpty())
        .ifPresent(rowid -> {
          into.add(rowid);
          values.add(rowid);
        });
    kept.forEach(name -> into.add(Names.quoted(name)));
    kept.forEach(name -> values.add(Names.quoted(from.findColumn(name).orElseThrow().name())));
    if (into.isEmpty()) {
      into.add(Names.quoted(to.columns().getFirst().name()));
      values.add("NULL");
    }
    return "INSERT INTO %s(%s) SELECT %s FROM %s"
        .formatted(
            Words.quoted(fresh),
            String.join(", ", into),
            String.join(", ", values),
            Words.quoted(from.name()));
  }

  private List<String> kept() {
    return to.columns().stream()
        .filter(column -> !column.generated() && from.findColumn(column.name()).isPresent())
        .map(Column::name)
        .toList();
  }

  /** The hidden number of each row stays as it is, for other tables may have noted it. */
  private Optional<String> rowid(boolean only) {
    boolean hidden = numbered(from) && numbered(to);
    boolean wanted = only || (!integerKey(from) && !integerKey(to));
    return hidden && wanted
        ? Stream.of("rowid", "_rowid_", "oid").filter(this::free).findFirst()
        : Optional.empty();
  }

  private boolean free(String name) {
    return Stream.concat(from.columns().stream(), to.columns().stream())
        .noneMatch(column -> column.name().equalsIgnoreCase(name));
  }

  private static boolean numbered(Table table) {
    return !table.options().contains("WITHOUT ROWID");
  }

  private static boolean integerKey(Table table) {
    return table
            .primaryKey()
            .filter(key -> key.columns().size() == 1)
            .flatMap(key -> table.findColumn(key.columns().getFirst()))
            .filter(Rebuild::integer)
            .isPresent()
        || table
            .constraints(Constraint.Verbatim.class)
            .anyMatch(words -> words.definition().regionMatches(true, 0, "PRIMARY", 0, 7));
  }

  private static boolean integer(Column column) {
    return column.type() instanceof DataType.Native(var words) && words.equalsIgnoreCase("integer");
  }

  private static boolean counts(Table table) {
    return table.columns().stream()
        .anyMatch(column -> column.value() instanceof ValueSource.AutoIncrement);
  }

  private String carrySequence() {
    return """
    UPDATE sqlite_sequence SET seq = coalesce((SELECT old.seq FROM sqlite_sequence AS old \
    WHERE old.name = %s), seq) WHERE name = %s\
    """
        .formatted(Words.string(from.name().name()), Words.string(fresh.name()));
  }
}
