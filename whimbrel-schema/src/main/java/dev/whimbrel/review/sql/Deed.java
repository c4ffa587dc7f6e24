package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a statement does, as far as its words tell. */
public sealed interface Deed {
  /** The constraints that it declares, by themselves or with a column. */
  default Stream<NewConstraint> declared() {
    return switch (this) {
      case CreateTable made ->
          Stream.concat(
              made.constraints().stream(),
              made.columns().stream().flatMap(column -> column.constraints().stream()));
      case Alter alter -> alter.actions().stream().flatMap(each -> each.action().declared());
      default -> Stream.empty();
    };
  }

  /** The columns of each index of all rows that it makes for a table, by itself or for a key. */
  default Stream<List<String>> indexes(ObjectName table) {
    return switch (this) {
      case CreateIndex index when index.table().equals(table) && index.holdsAllRows() ->
          Stream.of(index.columns());
      case CreateTable made when made.table().equals(table) -> keys();
      case Alter alter when alter.table().equals(table) -> keys();
      default -> Stream.empty();
    };
  }

  private Stream<List<String>> keys() {
    return declared().filter(NewConstraint::isKey).map(NewConstraint::columns);
  }

  /**
   * A new table.
   *
   * @param parent the table of which it is a partition
   * @param words what else is said of it: {@code temporary}, {@code if not exists}, {@code
   *     partition of}, {@code on commit drop}, {@code as}, {@code foreign}
   */
  record CreateTable(
      ObjectName table,
      List<NewColumn> columns,
      List<NewConstraint> constraints,
      Optional<ObjectName> parent,
      Set<String> words)
      implements Deed {
    public CreateTable {
      columns = List.copyOf(columns);
      constraints = List.copyOf(constraints);
      words = Set.copyOf(words);
    }
  }

  /**
   * A table, or what behaves like one, changes.
   *
   * @param kind {@code table}, {@code view}, {@code index}, ...
   */
  record Alter(String kind, ObjectName table, boolean ifExists, List<Placed> actions)
      implements Deed {
    public Alter {
      actions = List.copyOf(actions);
    }
  }

  /** An action, and where it stands in the statement. */
  record Placed(Action action, Span span) {}

  /**
   * A new index.
   *
   * @param name empty where the database is to find one
   * @param words {@code unique}, {@code concurrently}, {@code if not exists}, {@code only}
   */
  record CreateIndex(
      String name, ObjectName table, List<String> columns, Set<String> words, String definition)
      implements Deed {
    public CreateIndex {
      columns = List.copyOf(columns);
      words = Set.copyOf(words);
    }

    public boolean concurrently() {
      return words.contains("concurrently");
    }

    public boolean unique() {
      return words.contains("unique");
    }

    /** One of some rows does not serve, but where those without a value are left out. */
    boolean holdsAllRows() {
      String[] parts = definition.toLowerCase(Locale.ROOT).split("\\bwhere\\b", 2);
      return parts.length < 2 || parts[1].matches("[\\s(]*\"?[a-z0-9_]+\"? is not null[\\s)]*");
    }
  }

  /**
   * Objects go.
   *
   * @param words {@code concurrently}, {@code if exists}, {@code cascade}
   */
  record Drop(String kind, List<ObjectName> names, Set<String> words) implements Deed {
    public Drop {
      names = List.copyOf(names);
      words = Set.copyOf(words);
    }

    public boolean is(String word) {
      return words.contains(word);
    }
  }

  record Truncate(List<ObjectName> tables, boolean cascade) implements Deed {
    public Truncate {
      tables = List.copyOf(tables);
    }
  }

  /** Indexes are built anew: one, or those of a table, a schema, a database. */
  record Reindex(String kind, String name, boolean concurrently) implements Deed {}

  /** Tables are written anew, packed: {@code CLUSTER}, {@code VACUUM FULL}, {@code REPACK}. */
  record Repack(String command, String tables, boolean concurrently) implements Deed {}

  record Vacuum(String tables) implements Deed {}

  /**
   * A view that keeps its rows is computed anew.
   *
   * @param filled whether it has rows afterwards, or is left empty
   */
  record Refresh(ObjectName view, boolean concurrently, boolean filled) implements Deed {}

  record CreateEnum(ObjectName type) implements Deed {}

  record AddLabel(ObjectName type, String label, boolean placed, boolean ifNotExists)
      implements Deed {}

  record RenameLabel(ObjectName type, String from, String to) implements Deed {}

  record CreateDomain(ObjectName domain, boolean constrained) implements Deed {}

  record AlterDomain(ObjectName domain, String words) implements Deed {}

  record CreateTrigger(String trigger, ObjectName table) implements Deed {}

  /** Something that is no table gets another name. */
  record Rename(String kind, ObjectName from, String to) implements Deed {}

  /**
   * Rows change.
   *
   * @param command {@code insert}, {@code update}, {@code delete}
   * @param columns those that are assigned to, in order; with a dot where it is a part of one
   * @param inserted the columns of new rows
   */
  record Write(
      String command,
      ObjectName table,
      List<String> columns,
      List<String> inserted,
      boolean where,
      boolean fromQuery)
      implements Deed {
    public Write {
      columns = List.copyOf(columns);
      inserted = List.copyOf(inserted);
    }
  }

  /**
   * Transaction control: {@code begin}, {@code commit}, {@code rollback}, {@code savepoint}, and
   * {@code chain} for an end of one behind which the next begins.
   */
  record Control(String command) implements Deed {}

  record Setting(String name, String value, boolean local) implements Deed {}

  record LockTable(List<ObjectName> tables, String mode) implements Deed {
    public LockTable {
      tables = List.copyOf(tables);
    }
  }

  /**
   * A new view.
   *
   * @param columns the names of its columns, as far as they can be told; else empty
   * @param words how the statement begins, in small letters, such as {@code create materialized
   *     view}
   */
  record CreateView(ObjectName view, List<String> columns, String words) implements Deed {
    public CreateView {
      columns = List.copyOf(columns);
    }

    /** Whether it keeps its rows. */
    public boolean materialized() {
      return words.contains("materialized");
    }
  }

  /** A query; perhaps into a new table. */
  record Query(List<String> columns, Optional<ObjectName> into) implements Deed {
    public Query {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Anything else.
   *
   * @param words its first words, in small letters
   * @param object what it is about
   * @param lists names that stand in one list, and have to differ
   */
  record Other(String words, Optional<ObjectName> object, List<List<String>> lists)
      implements Deed {
    public Other {
      lists = List.copyOf(lists);
    }
  }
}
