package dev.whimbrel.postgres.rewrite;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.InPlace;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that becomes a partition, an heir or a typed table, or is one no longer, and keeps its
 * rows. What it had from there becomes its own, and what it had itself goes over into that.
 */
record Kinship(Table old, Table now, Schema from, Schema then) {
  private static final List<String> WORDS = List.of("PARTITION OF ", "INHERITS (", "OF ");

  /** What leads there: out of the one family, the changes within it, into the other. */
  List<Change> changes() {
    if (Kin.of(old).equals(Kin.of(now))) {
      return within();
    }
    Table alone = alone();
    Table whole = whole(alone);
    Table bare = HeldParts.without(HeldParts.of(old, alone), alone);
    Table ready = HeldParts.without(HeldParts.of(now, whole), whole).withOptions(alone.options());
    return around(
        alone,
        whole,
        new Differ(RenameResolver.none()).diff(Schema.of(bare), Schema.of(ready)),
        ready);
  }

  private List<Change> within() {
    var changes = new ArrayList<Change>();
    Table alike = old.withOptions(now.options());
    step(old, alike, changes);
    changes.addAll(new Differ(RenameResolver.none()).diff(Schema.of(alike), Schema.of(now)));
    return changes;
  }

  /** The same for a table that goes and comes again in between. */
  List<Change> anew() {
    Table alone = alone();
    Table whole = whole(alone);
    Table bare = HeldParts.without(HeldParts.of(old, alone), alone);
    Table ready =
        HeldParts.without(HeldParts.of(now, whole), whole)
            .withOptions(now.options().stream().filter(words -> !kin(words)).toList());
    return around(alone, whole, List.of(new Change.Drop(bare), new Change.Create(ready)), ready);
  }

  private List<Change> around(Table alone, Table whole, List<Change> between, Table ready) {
    List<Change> before = HeldParts.of(old, alone);
    List<Change> after = HeldParts.of(now, whole);
    var changes = new ArrayList<Change>();
    before.forEach(each -> changes.add(each.inverse()));
    step(HeldParts.without(before, old), HeldParts.without(before, alone), changes);
    changes.addAll(between);
    changes.addAll(SharedRules.unsure(old, alone, now));
    step(ready, HeldParts.without(after, now), changes);
    changes.addAll(after);
    return changes;
  }

  private static void step(Table before, Table after, List<Change> changes) {
    if (!before.options().equals(after.options())) {
      changes.add(new Change.Replace(before, after));
    }
  }

  /** Standing for itself, with all that it had from elsewhere. */
  private Table alone() {
    if (Kin.of(old) instanceof Kin.Alone) {
      return old;
    }
    List<Table> staying = staying();
    List<Table> parents =
        parents(old, from).stream().filter(parent -> !staying.contains(parent)).toList();
    var columns = new ArrayList<Column>(old.columns());
    given(Kin.of(old), parents, from)
        .filter(each -> old.findColumn(each.name()).isEmpty())
        .filter(
            each -> staying.stream().noneMatch(kept -> kept.findColumn(each.name()).isPresent()))
        .map(each -> was(plain(each, parents)))
        .forEach(columns::add);
    var constraints = new ArrayList<>(old.constraints());
    parents.stream().flatMap(each -> SharedRules.of(each, Kin.of(old))).forEach(constraints::add);
    var behind = new PartitionParts(old, parents, from, then);
    constraints.addAll(behind.keys());
    var indexes = new ArrayList<>(old.indexes());
    indexes.addAll(behind.indexes());
    return old.withOptions(without(staying))
        .withColumns(columns)
        .withConstraints(constraints.stream().distinct().toList())
        .withIndexes(indexes.stream().distinct().toList());
  }

  /** The column as it is there, with what was said of it apart. */
  private Column was(Column given) {
    boolean required =
        from.find(
                old.name().sibling("not null of column " + old.name().name() + "." + given.name()))
            .isPresent();
    return required ? given.notNull() : given;
  }

  /** Parents that it has before and after. */
  private List<Table> staying() {
    return Kin.of(old) instanceof Kin.Heir && Kin.of(now) instanceof Kin.Heir(var names)
        ? parents(old, from).stream().filter(each -> names.contains(spelled(each))).toList()
        : List.of();
  }

  private List<String> without(List<Table> staying) {
    var options = new ArrayList<String>();
    for (String words : old.options()) {
      if (!kin(words)) {
        options.add(words);
      } else if (!staying.isEmpty()) {
        options.add(
            staying.stream().map(Kinship::spelled).collect(joining(", ", "INHERITS (", ")")));
      }
    }
    return options;
  }

  /** The wanted table with all that it is going to have from elsewhere, as if it were its own. */
  private Table whole(Table alone) {
    List<Table> staying =
        staying().stream().flatMap(each -> then.findTable(each.name()).stream()).toList();
    List<Table> joined =
        parents(now, then).stream().filter(parent -> !staying.contains(parent)).toList();
    var columns = new ArrayList<Column>(now.columns());
    given(Kin.of(now), joined, then)
        .filter(each -> now.findColumn(each.name()).isEmpty())
        .filter(
            each -> staying.stream().noneMatch(kept -> kept.findColumn(each.name()).isPresent()))
        .map(each -> fitting(each, alone))
        .forEach(columns::add);
    Stream<Constraint> shared =
        joined.stream().flatMap(parent -> SharedRules.of(parent, Kin.of(now)));
    var behind = new PartitionParts(now, joined, Schema.empty(), then);
    return now.withColumns(columns)
        .withConstraints(both(both(now.constraints(), shared), behind.keys().stream()))
        .withIndexes(both(now.indexes(), behind.indexes().stream()));
  }

  private static <T> List<T> both(List<T> some, Stream<T> others) {
    return Stream.concat(some.stream(), others).distinct().toList();
  }

  /** What is said apart of a column that comes from elsewhere stays as it is until then. */
  private Column fitting(Column given, Table alone) {
    Optional<Column> own = alone.findColumn(given.name());
    Column valued =
        own.filter(column -> said("default of column ", column))
            .map(column -> given.filledBy(column.value()))
            .orElseGet(() -> plain(given, parents(now, then)));
    return own.filter(column -> said("not null of column ", column)).isPresent()
        ? valued.notNull()
        : valued;
  }

  private boolean said(String words, Column column) {
    return then.find(now.name().sibling(words + now.name().name() + "." + column.name()))
        .isPresent();
  }

  /** A sequence is the parent's own; only that it is asked is inherited. */
  private static Column plain(Column given, List<Table> parents) {
    return switch (given.value()) {
      case ValueSource.Identity identity -> given.filledBy(new ValueSource.Given());
      case ValueSource.Serial() ->
          parents.stream()
              .filter(parent -> parent.columns().contains(given))
              .findFirst()
              .map(parent -> given.filledBy(next(parent, given)))
              .orElse(given);
      default -> given;
    };
  }

  private static ValueSource next(Table parent, Column column) {
    String sequence = Kin.spelled(Identifier.sequence(parent.name(), column.name()));
    return new ValueSource.Default(
        new Expression("nextval(" + Text.literal(sequence) + "::regclass)"));
  }

  private static Stream<Column> given(Kin kin, List<Table> parents, Schema among) {
    return kin instanceof Kin.Typed(var type)
        ? attributes(type, among)
        : parents.stream().flatMap(parent -> parent.columns().stream());
  }

  private static Stream<Column> attributes(String type, Schema among) {
    return among
        .all(Opaque.class)
        .filter(each -> each.objectKind().equals("type"))
        .filter(each -> InPlace.typeName(each.definition()).equals(type))
        .flatMap(each -> InPlace.attributes(each.definition()).entrySet().stream())
        .map(attribute -> Column.of(attribute.getKey(), attribute.getValue()));
  }

  /** Those that it has its columns from; for a partition of a partition, all above it. */
  private static List<Table> parents(Table heir, Schema among) {
    return switch (Kin.of(heir)) {
      case Kin.Heir(var parents) -> named(parents, among).toList();
      case Kin.Partition(var parent, var bound) ->
          named(List.of(parent), among)
              .flatMap(each -> Stream.concat(Stream.of(each), parents(each, among).stream()))
              .toList();
      case Kin.Alone none -> List.of();
      case Kin.Typed typed -> List.of();
    };
  }

  private static Stream<Table> named(List<String> names, Schema among) {
    return among.tables().filter(table -> names.contains(spelled(table)));
  }

  private static String spelled(Table table) {
    return Kin.spelled(table.name());
  }

  private static boolean kin(String words) {
    return WORDS.stream().anyMatch(words::startsWith);
  }
}
