package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Derived;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.KeyText;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Part;
import dev.whimbrel.postgres.spell.PartRenames;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a plan takes from under other things.
 *
 * @param retyped columns whose values are converted
 * @param recast columns whose enumeration is made anew, so that words about its labels must be too
 * @param dropped columns that go
 * @param keys keys that go
 * @param parts parts of tables that go, or go and come again
 * @param objects objects that go, or go and come again
 */
record Disturbance(
    Set<ColumnOf> retyped,
    Set<ColumnOf> recast,
    Set<ColumnOf> dropped,
    Set<KeyOf> keys,
    Set<Part> parts,
    Set<ObjectName> objects) {

  private static final String FUNCTION = "function ";
  private static final String SEARCH = "text search configuration ";
  private static final String COLLATION = "collation ";

  /** A column of a table. */
  record ColumnOf(ObjectName table, String column) {}

  /** The columns of a table that a key is made of. */
  record KeyOf(ObjectName table, Set<String> columns) {}

  private static Disturbance none() {
    return new Disturbance(
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>(),
        new HashSet<>());
  }

  /**
   * What these changes disturb, and others that make way for them.
   *
   * @param away what goes now and comes again
   */
  static Disturbance of(List<Change> changes, Set<Change> away, Schema there) {
    var found = none();
    var use = new LabelUse(changes);
    var renames = new PartRenames(changes);
    changes.stream()
        .filter(change -> renames.newName(change).isEmpty() && renames.oldName(change).isEmpty())
        .forEach(change -> found.note(change, there, use));
    away.forEach(change -> found.note(change, there, use));
    return found;
  }

  private void note(Change change, Schema there, LabelUse use) {
    Part.touchedBy(change).forEach(parts::add);
    switch (change) {
      case Change.AlterColumn(var table, var from, var to) when Part.converts(from, to) ->
          retyped.add(new ColumnOf(table, to.name()));
      case Change.DropColumn(var table, var column) ->
          dropped.add(new ColumnOf(table, column.name()));
      case Change.DropConstraint(var table, var constraint) ->
          KeyText.of(constraint)
              .ifPresent(key -> keys.add(new KeyOf(table, Set.copyOf(key.columns()))));
      case Change.DropIndex(var table, var index) when index.unique() ->
          keys.add(new KeyOf(table, new HashSet<>(index.columns())));
      case Change.Replace(Table from, Table to) when Kin.of(from) instanceof Kin.Heir ->
          adopt(to, from);
      case Change.Replace(Table from, Table to) when Kin.of(to) instanceof Kin.Heir ->
          adopt(from, to);
      case Change.Replace(EnumType from, EnumType to) when use.rebuilds(from, to) ->
          rebuild(to, there);
      case Change.Replace(Opaque from, Opaque to) when InPlace.change(from, to).isEmpty() -> {
        rebuild(to, there);
        retype(from, to, there);
      }
      case Change.Drop(var object) -> objects.add(object.name());
      default -> {}
    }
  }

  /** On one of the two ways, an heir's own columns are made anew by a parent. */
  private void adopt(Table alone, Table heir) {
    alone.columns().stream()
        .filter(column -> heir.findColumn(column.name()).isEmpty())
        .forEach(column -> dropped.add(new ColumnOf(heir.name(), column.name())));
  }

  private void rebuild(SchemaObject type, Schema there) {
    objects.add(type.name());
    if (Material.of(type).isPresent()) {
      Derived.held(type, there).forEach(each -> objects.add(each.name()));
      Derived.columns(type, there)
          .forEach(each -> recast.add(new ColumnOf(each.table(), each.column().name())));
    }
  }

  /** The columns of tables that are made of a composite type change with its attributes. */
  private void retype(Opaque from, Opaque to, Schema there) {
    var form = new Kin.Typed(Kin.spelled(Material.of(to).map(Material::name).orElse(to.name())));
    there
        .tables()
        .filter(table -> Kin.of(table).equals(form))
        .forEach(table ->
            InPlace.retyped(from.definition(), to.definition())
                .keySet()
                .forEach(name -> recast.add(new ColumnOf(table.name(), name))));
  }

  /** Whether SQL calls a function that goes, or searches or sorts text in a way that goes. */
  boolean calls(String sql) {
    return objects.stream().anyMatch(object -> calls(object, sql));
  }

  /** Whether SQL calls that function, or searches or sorts text in that way. */
  static boolean calls(ObjectName object, String sql) {
    String name = object.name();
    return (name.startsWith(FUNCTION)
            && sql.contains("(")
            && mentions(sql, name.substring(FUNCTION.length()).replaceFirst("\\([^(]*$", "")))
        || (name.startsWith(SEARCH) && mentions(sql, name.substring(SEARCH.length())))
        || (name.startsWith(COLLATION)
            && sql.contains("COLLATE ")
            && mentions(sql, name.substring(COLLATION.length())));
  }

  /** Columns whose type changes in one way or the other. */
  List<ColumnOf> converted() {
    return Stream.concat(retyped.stream(), recast.stream()).toList();
  }

  /** Columns that no view may read while the plan runs. */
  List<ColumnOf> moving() {
    var moving = new ArrayList<>(converted());
    moving.addAll(dropped);
    return moving;
  }

  boolean drops(ObjectName table, List<String> columns) {
    return columns.stream().anyMatch(column -> dropped.contains(new ColumnOf(table, column)));
  }

  boolean converts(ObjectName table, List<String> columns) {
    return columns.stream().anyMatch(column -> converts(new ColumnOf(table, column)));
  }

  private boolean converts(ColumnOf column) {
    return retyped.contains(column) || recast.contains(column);
  }

  /** Whether SQL speaks of a name, as a whole word; a quote in it stands twice there. */
  static boolean mentions(String sql, String name) {
    String word = Pattern.quote(name.replace("\"", "\"\""));
    return Pattern.compile("(?<![\\p{L}\\p{N}_$])" + word + "(?![\\p{L}\\p{N}_$])")
        .matcher(sql)
        .find();
  }
}
