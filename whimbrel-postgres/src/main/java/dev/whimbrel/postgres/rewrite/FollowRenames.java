package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.plan.Rewrite;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.PartitionIndexName;
import dev.whimbrel.postgres.spell.RequirementName;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves out what PostgreSQL does by itself when a table or a column gets another name: what leans
 * on it stays, and speaks of it under the new name from then on.
 */
public final class FollowRenames implements Rewrite {
  private static final Set<String> NAMES =
      Set.of("sequence name", RequirementName.KIND, PartitionIndexName.KIND, Opaque.LEFT_OVER);

  @Override
  public List<Change> apply(List<Change> changes, Schema from) {
    List<Change> renames = changes.stream().filter(Change::renames).toList();
    if (renames.isEmpty()) {
      return changes;
    }
    Schema then = Change.applyAll(changes, from);
    var names = new RequirementRenames(renames, from, then);
    return changes.stream()
        .flatMap(change -> left(change, renames, from, then))
        .map(names::said)
        .toList();
  }

  private static Stream<Change> left(
      Change change, List<Change> renames, Schema from, Schema then) {
    return switch (change) {
      case Change.Drop(var gone) when follows(gone, renames, then) -> Stream.empty();
      case Change.Replace(Table old, Table now) when options(old, renames).equals(now.options()) ->
          new Differ(RenameResolver.none())
              .diff(Schema.of(old.withOptions(now.options())), Schema.of(now)).stream();
      case Change.Replace(var old, var now) when follows(old, renames, then) -> Stream.empty();
      case Change.Create(var made) when comes(made, renames, from, then) -> Stream.empty();
      default -> Stream.of(change);
    };
  }

  private static boolean comes(SchemaObject made, List<Change> renames, Schema from, Schema then) {
    return from.objects().values().stream()
        .filter(old -> then.find(old.name()).isEmpty())
        .anyMatch(old ->
            follows(old, renames, then) && followed(old, renames).name().equals(made.name()));
  }

  private static boolean follows(SchemaObject old, List<Change> renames, Schema then) {
    if (old instanceof Table) {
      return false;
    }
    SchemaObject followed = followed(old, renames);
    return !followed.equals(old)
        && then.find(followed.name()).filter(now -> alike(followed, now)).isPresent();
  }

  private static boolean alike(SchemaObject followed, SchemaObject now) {
    return followed.kind().equals(now.kind()) && words(followed).equals(words(now));
  }

  /** A name that was given to what is behind a column is the same whatever it would be else. */
  private static String words(SchemaObject object) {
    return switch (object) {
      case View view -> view.definition();
      case Opaque name when NAMES.contains(name.objectKind()) ->
          name.definition().replaceFirst("^ALTER (?s:.*?) TO ", "");
      case Opaque opaque -> opaque.definition();
      default -> "";
    };
  }

  private static SchemaObject followed(SchemaObject old, List<Change> renames) {
    SchemaObject followed = old;
    for (Change rename : renames) {
      followed = followed(followed, rename);
    }
    return followed;
  }

  private static SchemaObject followed(SchemaObject old, Change rename) {
    return switch (old) {
      case View view ->
          new View(
              view.name(),
              text(view.definition(), rename),
              view.materialized(),
              leansOn(view.leansOn(), rename));
      case Opaque opaque when opaque.leansOn().stream().anyMatch(each -> speaks(rename, each)) ->
          new Opaque(
              name(opaque.name(), rename),
              opaque.objectKind(),
              text(opaque.definition(), rename),
              text(opaque.removal(), rename),
              leansOn(opaque.leansOn(), rename));
      default -> old;
    };
  }

  private static boolean speaks(Change rename, ObjectName name) {
    return switch (rename) {
      case Change.RenameTable(var from, var to) -> name.equals(from);
      case Change.RenameColumn(var table, var from, var to) -> name.equals(table);
      default -> false;
    };
  }

  /** What belongs to a table moves with it to another namespace. */
  private static ObjectName name(ObjectName name, Change rename) {
    return rename instanceof Change.RenameTable(var from, var to)
            && name.namespace().equals(from.namespace())
        ? new ObjectName(to.namespace(), text(name.name(), rename))
        : name.sibling(text(name.name(), rename));
  }

  private static Set<ObjectName> leansOn(Set<ObjectName> names, Change rename) {
    return rename instanceof Change.RenameTable(var from, var to)
        ? names.stream().map(each -> each.equals(from) ? to : each).collect(Collectors.toSet())
        : names;
  }

  private static List<String> options(Table table, List<Change> renames) {
    return table.options().stream()
        .map(words -> {
          String followed = words;
          for (Change rename : renames) {
            followed = rename instanceof Change.RenameTable ? text(followed, rename) : followed;
          }
          return followed;
        })
        .toList();
  }

  private static String text(String sql, Change rename) {
    return switch (rename) {
      case Change.RenameTable(var from, var to) when from.namespace().equals(to.namespace()) ->
          renamed(sql, from.name(), to.name());
      case Change.RenameTable(var from, var to) ->
          renamed(
              sql.replace(Kin.spelled(from), Kin.spelled(from.sibling(to.name())))
                  .replace(Kin.spelled(from.sibling(to.name())), Kin.spelled(to)),
              from.name(),
              to.name());
      case Change.RenameColumn(var table, var from, var to) -> renamed(sql, from, to);
      default -> sql;
    };
  }

  private static String renamed(String sql, String from, String to) {
    return new Expression(sql).renamed(from, to).sql();
  }
}
