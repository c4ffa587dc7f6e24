package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Guidance;
import dev.whimbrel.plan.Renderer;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Direction;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.PartRenames;
import dev.whimbrel.postgres.spell.Reforming;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts changes into PostgreSQL's SQL. */
public final class PostgresRenderer implements Renderer {
  private final LabelUse use;
  private final PartRenames renames;
  private final Needless needless;
  private final List<Change> plan;
  private final Guidance guidance;
  private final OnlineSql online;
  private final boolean reforms;
  private final List<Change> course;
  private final MovedColumns moved;
  private final RemadeTypes types;

  public PostgresRenderer() {
    this(Guidance.none());
  }

  /** A renderer that minds what no schema says, but for fills of columns whose table stays. */
  public PostgresRenderer(Guidance guidance) {
    this(guidance, List.of());
  }

  private PostgresRenderer(Guidance guidance, List<Change> plan) {
    this(guidance, plan, List.of());
  }

  private PostgresRenderer(Guidance guidance, List<Change> plan, List<Change> along) {
    this.guidance = guidance;
    this.plan = plan;
    this.use = new LabelUse(plan);
    this.online = new OnlineSql(guidance, plan, use);
    this.moved = new MovedColumns(plan);
    this.renames = new PartRenames(plan);
    this.needless = Needless.in(plan, renames);
    this.course = along.isEmpty() ? plan : along;
    this.reforms = Reforming.any(course);
    this.types = new RemadeTypes(plan, along, use);
  }

  @Override
  public Renderer within(List<Change> changes) {
    return new PostgresRenderer(guidance, changes);
  }

  @Override
  public Renderer along(List<Change> changes) {
    return new PostgresRenderer(guidance, plan, changes);
  }

  @Override
  public List<Statement> render(Change change, Schema before) {
    if (renames.oldName(change).isPresent() || renames.done(change) || needless.covers(change)) {
      return List.of();
    }
    return renames
        .newName(change)
        .or(() -> renames.formerName(change))
        .map(other -> renamePart(change, other))
        .or(() -> reformed(change, before))
        .or(() -> types.render(change, before))
        .or(() -> moved.render(change, before))
        .or(() -> online.statements(change, before))
        .orElseGet(() -> spelled(change, before));
  }

  private Optional<List<Statement>> reformed(Change change, Schema before) {
    return reforms && (change instanceof Change.Create || change instanceof Change.Drop)
        ? new ReformedTable(
                guidance, Reforming.on(Direction.from(before, course), course), types, before)
            .render(change)
        : Optional.empty();
  }

  /** A part goes on the way there, or comes on the way back, under its old name. */
  private static List<Statement> renamePart(Change change, String other) {
    return switch (change) {
      case Change.DropConstraint(var table, var old) -> renameConstraint(table, old.name(), other);
      case Change.AddConstraint(var table, var old) -> renameConstraint(table, other, old.name());
      case Change.DropIndex(var table, var old) -> renameIndex(table, old.name(), other);
      case Change.AddIndex(var table, var old) -> renameIndex(table, other, old.name());
      default -> throw new IllegalArgumentException(change.describe());
    };
  }

  private static List<Statement> renameConstraint(ObjectName table, String from, String to) {
    return alter(table, "RENAME CONSTRAINT " + quoted(from) + " TO " + quoted(to));
  }

  private static List<Statement> renameIndex(ObjectName table, String from, String to) {
    return one("ALTER INDEX " + quoted(table.sibling(from)) + " RENAME TO " + quoted(to));
  }

  private List<Statement> spelled(Change change, Schema before) {
    return switch (change) {
      case Change.Create(var object) -> create(object);
      case Change.Drop(Table table) -> new TableDrop(table, before, plan).statements();
      case Change.Drop(var object) -> one(drop(object));
      case Change.Replace(var from, var to) -> replace(from, to);
      case Change.RenameTable(var from, var to) -> new Renaming(before, plan).table(from, to);
      case Change.RenameColumn(var table, var from, var to) ->
          new Renaming(before, plan).column(table, from, to);
      case Change.RenameLabel(var type, var from, var to) ->
          one(
              "ALTER TYPE %s RENAME VALUE %s TO %s"
                  .formatted(quoted(type), Text.literal(from), Text.literal(to)));
      case Change.AddColumn(var table, var column) ->
          alter(table, "ADD COLUMN " + ColumnSql.definition(column, false));
      case Change.DropColumn(var table, var column) ->
          alter(table, "DROP COLUMN " + quoted(column.name()));
      case Change.AlterColumn(var table, var from, var to) ->
          new ColumnAlteration(table, from, use.speakable(to), guidance.conversion(change, plan))
              .statements();
      case Change.AddConstraint(var table, var constraint) ->
          alter(table, "ADD " + ConstraintSql.definition(constraint));
      case Change.DropConstraint(var table, var constraint) ->
          alter(table, "DROP CONSTRAINT " + quoted(constraint.name()));
      case Change.AddIndex(var table, var index) -> one(IndexSql.create(table, index));
      case Change.DropIndex(var table, var index) ->
          one("DROP INDEX " + quoted(table.sibling(index.name())));
    };
  }

  private static List<Statement> create(SchemaObject object) {
    return switch (object) {
      case EnumType type -> one(EnumChange.create(type));
      case Table table -> TableSql.create(table);
      case View view -> one(view(view));
      case Opaque opaque -> one(opaque.definition());
    };
  }

  private static String view(View view) {
    return "CREATE %s %s AS\n%s"
        .formatted(
            view.materialized() ? "MATERIALIZED VIEW" : "VIEW",
            quoted(view.name()),
            view.definition());
  }

  private static String drop(SchemaObject object) {
    return switch (object) {
      case EnumType type -> "DROP TYPE " + quoted(type.name());
      case Table table -> "DROP TABLE " + quoted(table.name());
      case View view ->
          "DROP %s %s"
              .formatted(view.materialized() ? "MATERIALIZED VIEW" : "VIEW", quoted(view.name()));
      case Opaque opaque -> opaque.removal();
    };
  }

  private static List<Statement> replace(SchemaObject from, SchemaObject to) {
    if (from instanceof EnumType old && to instanceof EnumType now) {
      return new EnumChange(old, now).statements();
    }
    if (from instanceof Table old && to instanceof Table now) {
      return new TableReplacement(old, now).statements();
    }
    if (from instanceof Opaque old && to instanceof Opaque now) {
      return InPlace.change(old, now)
          .map(PostgresRenderer::one)
          .orElseThrow(() -> new IllegalArgumentException("change " + now.title()));
    }
    return anew(from, to);
  }

  private static List<Statement> anew(SchemaObject from, SchemaObject to) {
    return Stream.concat(Stream.of(Statement.of(drop(from))), create(to).stream()).toList();
  }

  private static List<Statement> alter(ObjectName table, String change) {
    return one("ALTER TABLE " + quoted(table) + " " + change);
  }

  private static List<Statement> one(String sql) {
    return List.of(Statement.of(sql));
  }
}
