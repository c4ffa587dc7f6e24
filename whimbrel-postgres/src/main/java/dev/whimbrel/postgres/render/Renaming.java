package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another name for a table or a column, and for the sequences whose names are made of them, so that
 * a {@code serial} column is known as one afterwards too.
 */
record Renaming(Schema there, List<Change> changes) {
  List<Statement> table(ObjectName from, ObjectName to) {
    var statements = new ArrayList<Statement>();
    ObjectName renamed = from.sibling(to.name());
    if (!from.equals(renamed)) {
      run(statements, "ALTER TABLE %s RENAME TO %s", quoted(from), quoted(to.name()));
    }
    if (!renamed.namespace().equals(to.namespace())) {
      run(statements, "ALTER TABLE %s SET SCHEMA %s", quoted(renamed), quoted(namespace(to)));
    }
    for (String renamedColumn : serials(to).or(() -> serials(from)).orElse(List.of())) {
      String column = formerly(renamedColumn, from, to);
      ObjectName moved = new ObjectName(to.namespace(), Identifier.sequence(from, column).name());
      sequence(statements, moved, Identifier.sequence(to, column));
    }
    return statements;
  }

  /** Columns are renamed after their table, and back before it. */
  private String formerly(String column, ObjectName from, ObjectName to) {
    return changes.stream()
        .filter(Change.RenameColumn.class::isInstance)
        .map(Change.RenameColumn.class::cast)
        .filter(each -> each.table().equals(to) || each.table().equals(from))
        .filter(each -> each.to().equals(column))
        .map(Change.RenameColumn::from)
        .findFirst()
        .orElse(column);
  }

  List<Statement> column(ObjectName table, String from, String to) {
    var statements = new ArrayList<Statement>();
    run(
        statements,
        "ALTER TABLE %s RENAME COLUMN %s TO %s",
        quoted(table),
        quoted(from),
        quoted(to));
    List<String> serials = serials(table).orElse(List.of());
    if (serials.contains(from) || serials.contains(to)) {
      sequence(statements, Identifier.sequence(table, from), Identifier.sequence(table, to));
    }
    return statements;
  }

  private static String namespace(ObjectName name) {
    return name.namespace().isEmpty() ? Identifier.DEFAULT_NAMESPACE : name.namespace();
  }

  private Optional<List<String>> serials(ObjectName name) {
    return there.findTable(name).map(this::serials);
  }

  /** A sequence behind an identity that was given another name keeps that. */
  private List<String> serials(Table table) {
    return table.columns().stream()
        .filter(column ->
            column.value() instanceof ValueSource.Serial
                || (column.value() instanceof ValueSource.Identity && !named(table, column)))
        .map(Column::name)
        .toList();
  }

  private boolean named(Table table, Column column) {
    return there
        .all(Opaque.class)
        .filter(each -> each.objectKind().equals("sequence name"))
        .anyMatch(each ->
            each.leansOn().contains(table.name())
                && each.name().name().endsWith("." + column.name()));
  }

  private static void sequence(List<Statement> statements, ObjectName from, ObjectName to) {
    if (!from.name().equals(to.name())) {
      run(statements, "ALTER SEQUENCE %s RENAME TO %s", quoted(from), quoted(to.name()));
    }
  }

  @FormatMethod
  private static void run(List<Statement> statements, @FormatString String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
