package dev.whimbrel.postgres.rewrite;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.RequirementName;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a NOT NULL that changes together with that of its column or table. A name that is
 * taken away makes room for the one which the server would give afterwards; where there was none,
 * the one that it gave before is still there.
 */
record RequirementRenames(List<Change> renames, Schema from, Schema then) {
  private static final Set<String> KINDS = Set.of(RequirementName.KIND, Opaque.LEFT_OVER);

  /** A column of a table. */
  private record Place(ObjectName table, String column) {
    String usual() {
      return quoted(Identifier.joined(table.name(), column, "not_null"));
    }

    Place after(Change rename) {
      return switch (rename) {
        case Change.RenameTable(var old, var now) when old.equals(table) -> new Place(now, column);
        case Change.RenameColumn(var where, var old, var now)
            when where.equals(table) && old.equals(column) ->
            new Place(table, now);
        default -> this;
      };
    }

    ObjectName words() {
      return table.sibling("not null behind column " + table.name() + "." + column);
    }
  }

  Change said(Change change) {
    return switch (change) {
      case Change.Drop(Opaque gone) when KINDS.contains(gone.objectKind()) ->
          place(gone, from)
              .<Change>map(old -> new Change.Drop(renamed(gone, old.usual(), after(old).usual())))
              .orElse(change);
      case Change.Create(Opaque made) when KINDS.contains(made.objectKind()) ->
          place(made, then)
              .filter(now -> !isNamed(before(now)))
              .<Change>map(
                  now -> new Change.Create(renamed(made, now.usual(), before(now).usual())))
              .orElse(change);
      default -> change;
    };
  }

  private boolean isNamed(Place place) {
    return from.find(place.words()).isPresent();
  }

  private static Optional<Place> place(Opaque words, Schema schema) {
    return words.leansOn().stream()
        .flatMap(table -> schema.findTable(table).stream())
        .flatMap(table -> table.columns().stream().map(column -> place(table, column.name())))
        .filter(place -> place.words().equals(words.name()))
        .findFirst();
  }

  private static Place place(Table table, String column) {
    return new Place(table.name(), column);
  }

  private Place after(Place place) {
    Place now = place;
    for (Change rename : renames) {
      now = now.after(rename);
    }
    return now;
  }

  private Place before(Place place) {
    return from.tables()
        .flatMap(table -> table.columns().stream().map(column -> place(table, column.name())))
        .filter(each -> after(each).equals(place))
        .findFirst()
        .orElse(place);
  }

  private static Opaque renamed(Opaque words, String old, String now) {
    return new Opaque(
        words.name(),
        words.objectKind(),
        words.definition().replace(old, now),
        words.removal().replace(old, now),
        words.leansOn());
  }
}
