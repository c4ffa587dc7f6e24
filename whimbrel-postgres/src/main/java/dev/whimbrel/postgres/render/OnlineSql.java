package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes in such a way that others can read and write meanwhile: what takes long takes no lock
 * that keeps them out, and what keeps them out takes a moment.
 */
final class OnlineSql {
  private final Guidance guidance;
  private final List<Change> plan;
  private final LabelUse use;

  /** Made here, or made again on the way back: nobody uses it yet. */
  private final Set<ObjectName> fresh = new HashSet<>();

  private final Map<ObjectName, ObjectName> formerNames = new HashMap<>();

  /**
   * @param plan all changes, for what is made with its table is used by nobody yet
   */
  OnlineSql(Guidance guidance, List<Change> plan, LabelUse use) {
    this.guidance = guidance;
    this.plan = List.copyOf(plan);
    this.use = use;
    plan.forEach(this::note);
  }

  private void note(Change change) {
    switch (change) {
      case Change.Create(Table made) -> fresh.add(made.name());
      case Change.Drop(Table gone) -> fresh.add(gone.name());
      case Change.Replace(Table was, Table now) -> fresh.add(now.name());
      case Change.RenameTable(var from, var to) -> formerNames.putIfAbsent(to, from);
      default -> {}
    }
  }

  /** The statements for this change; nothing where the plain way is as good, or the only one. */
  Optional<List<Statement>> statements(Change change, Schema before) {
    return switch (change) {
      case Change.AddIndex(var table, var index)
          when isLive(table, before) && whole(table, before) ->
          one(Statement.outside(IndexSql.createConcurrently(table, index)));
      case Change.DropIndex(var table, var index)
          when isLive(table, before) && whole(table, before) ->
          one(Statement.outside("DROP INDEX CONCURRENTLY " + quoted(table.sibling(index.name()))));
      case Change.AddConstraint(var table, var constraint) -> constraint(table, constraint, before);
      case Change.AlterColumn(var table, var from, var to)
          when isLive(table, before) && from.nullable() && !to.nullable() && !isIdentity(to) ->
          Optional.of(notNull(table, from, use.speakable(to), guidance.conversion(change, plan)));
      default -> Optional.empty();
    };
  }

  private Optional<List<Statement>> constraint(
      ObjectName table, Constraint constraint, Schema before) {
    return switch (constraint) {
      case Constraint.Check check when isLive(table, before) && named(check) ->
          Optional.of(validated(table, check));
      case Constraint.ForeignKey key when isLive(key, table, before) && named(key) ->
          Optional.of(validated(table, key));
      case Constraint.Unique unique
          when isLive(table, before) && whole(table, before) && named(unique) ->
          Optional.of(usingIndex(table, unique));
      case Constraint.PrimaryKey key when isLive(table, before) && whole(table, before) ->
          Optional.of(usingIndex(table, key, before));
      default -> Optional.empty();
    };
  }

  private static List<Statement> validated(ObjectName table, Constraint constraint) {
    return List.of(
        alter(table, "ADD " + ConstraintSql.definition(constraint) + " NOT VALID"),
        validation(table, constraint.name()));
  }

  private static List<Statement> usingIndex(ObjectName table, Constraint.Unique unique) {
    return List.of(
        index(table, unique.name(), unique.columns(), unique.nullsNotDistinct()),
        alter(
            table,
            "ADD CONSTRAINT %s UNIQUE USING INDEX %s"
                .formatted(quoted(unique.name()), quoted(unique.name()))));
  }

  /** A key over columns that may be null would be looked for nulls with everybody locked out. */
  private List<Statement> usingIndex(ObjectName table, Constraint.PrimaryKey key, Schema before) {
    String name = key.name().isEmpty() ? Identifier.primaryKey(table.name()) : key.name();
    List<String> open = key.columns().stream().filter(each -> isOpen(table, each, before)).toList();
    var statements = new ArrayList<Statement>();
    open.forEach(column -> statements.addAll(filled(table, column)));
    statements.add(index(table, name, key.columns(), false));
    statements.add(
        alter(
            table,
            "ADD CONSTRAINT %s PRIMARY KEY USING INDEX %s".formatted(quoted(name), quoted(name))));
    open.forEach(column -> statements.add(unfilled(table, column)));
    return statements;
  }

  private static Statement index(
      ObjectName table, String name, List<String> columns, boolean nullsNotDistinct) {
    Index plain = Index.of(name, true, columns);
    return Statement.outside(
        IndexSql.createConcurrently(
            table,
            new Index(
                name,
                true,
                plain.method(),
                plain.parts(),
                List.of(),
                nullsNotDistinct,
                Optional.empty(),
                Optional.empty())));
  }

  /**
   * All else about the column changes first; then nulls go, which a check has proved to be gone.
   */
  private static List<Statement> notNull(
      ObjectName table, Column from, Column to, Optional<Expression> conversion) {
    var statements =
        new ArrayList<>(
            new ColumnAlteration(table, from, to.nullable(true), conversion).statements());
    statements.addAll(filled(table, to.name()));
    statements.add(alter(table, "ALTER COLUMN %s SET NOT NULL".formatted(quoted(to.name()))));
    statements.add(unfilled(table, to.name()));
    return statements;
  }

  private static List<Statement> filled(ObjectName table, String column) {
    String name = checkName(table, column);
    return List.of(
        alter(
            table,
            "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(quoted(name), quoted(column))),
        validation(table, name));
  }

  private static Statement unfilled(ObjectName table, String column) {
    return alter(table, "DROP CONSTRAINT " + quoted(checkName(table, column)));
  }

  private static String checkName(ObjectName table, String column) {
    return Identifier.joined(table.name(), column, "filled");
  }

  private static Statement validation(ObjectName table, String constraint) {
    return Statement.apart(
        "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(quoted(table), quoted(constraint)));
  }

  private boolean isOpen(ObjectName table, String column, Schema before) {
    boolean closed =
        plan.stream()
            .anyMatch(change ->
                change instanceof Change.AlterColumn(var of, var from, var to)
                    && of.equals(table)
                    && to.name().equals(column)
                    && !to.nullable());
    return !closed
        && before
            .findTable(table)
            .flatMap(found -> found.findColumn(column))
            .filter(Column::nullable)
            .isPresent();
  }

  private boolean isLive(Constraint.ForeignKey key, ObjectName table, Schema before) {
    boolean free =
        fresh.contains(table) || fresh.contains(key.references()) || !whole(table, before);
    return !free
        && (guidance.live().contains(formerly(table))
            || guidance.live().contains(formerly(key.references())));
  }

  private boolean isLive(ObjectName table, Schema before) {
    return !fresh.contains(table)
        && before.findTable(table).isPresent()
        && guidance.live().contains(formerly(table));
  }

  /** The name that it has in the database before the plan. */
  private ObjectName formerly(ObjectName table) {
    return formerNames.getOrDefault(table, table);
  }

  /** A table of partitions knows few of these ways. */
  private static boolean whole(ObjectName table, Schema before) {
    return before
        .findTable(table)
        .filter(found -> found.options().stream().noneMatch(each -> each.contains("PARTITION BY")))
        .isPresent();
  }

  private static boolean named(Constraint constraint) {
    return !constraint.name().isEmpty();
  }

  /** An identity wants the column to be without nulls before it comes. */
  private static boolean isIdentity(Column column) {
    return column.value() instanceof ValueSource.Identity
        || column.value() instanceof ValueSource.AutoIncrement;
  }

  private static Optional<List<Statement>> one(Statement statement) {
    return Optional.of(List.of(statement));
  }

  private static Statement alter(ObjectName table, String change) {
    return Statement.of("ALTER TABLE " + quoted(table) + " " + change);
  }
}
