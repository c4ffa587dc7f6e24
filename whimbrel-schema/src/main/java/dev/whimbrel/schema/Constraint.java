package dev.whimbrel.schema;

import java.util.List;

/** A rule that the rows of a table obey. An empty name means that it has none. */
public sealed interface Constraint {
  String name();

  /** The columns of its own table that it names, in order; none where it is text. */
  List<String> columns();

  /** The columns that tell one row from another. */
  record PrimaryKey(String name, List<String> columns) implements Constraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /**
   * No two rows agree in these columns.
   *
   * @param nullsNotDistinct two nulls count as equal (PostgreSQL 15)
   */
  record Unique(String name, List<String> columns, boolean nullsNotDistinct) implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /** A condition that no row may make false. */
  record Check(String name, Expression condition) implements Constraint {
    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /** A row elsewhere that has to be there. */
  record ForeignKey(
      String name,
      List<String> columns,
      ObjectName references,
      List<String> referenced,
      Action onDelete,
      Action onUpdate,
      Deferral deferral)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referenced = List.copyOf(referenced);
    }

    ForeignKey withColumns(List<String> others) {
      return new ForeignKey(name, others, references, referenced, onDelete, onUpdate, deferral);
    }

    /** The same rule after the table it refers to got another name. */
    public ForeignKey afterTableRename(ObjectName from, ObjectName to) {
      return references.equals(from) ? referring(to, referenced) : this;
    }

    ForeignKey afterReferencedRename(ObjectName table, String from, String to) {
      return references.equals(table)
          ? referring(table, Names.renamed(referenced, from, to))
          : this;
    }

    private ForeignKey referring(ObjectName table, List<String> targets) {
      return new ForeignKey(name, columns, table, targets, onDelete, onUpdate, deferral);
    }
  }

  /** A constraint in the database's own words, carried as it is: {@code EXCLUDE USING gist …}. */
  record Verbatim(String name, String definition) implements Constraint {
    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /** Whether it asks for a row elsewhere, in whatever words. */
  default boolean refersElsewhere() {
    return this instanceof ForeignKey
        || (this instanceof Verbatim(var name, var words) && words.startsWith("FOREIGN KEY"));
  }

  /** What becomes of a row when the row it refers to goes or changes. */
  enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** As SQL spells it: {@code SET NULL}. */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  /** When a foreign key is checked. */
  enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }

  /** The same rule after a column of its table got another name. */
  default Constraint afterColumnRename(String from, String to) {
    return switch (this) {
      case PrimaryKey(var name, var columns) ->
          new PrimaryKey(name, Names.renamed(columns, from, to));
      case Unique(var name, var columns, var nulls) ->
          new Unique(name, Names.renamed(columns, from, to), nulls);
      case Check(var name, var condition) -> new Check(name, condition.renamed(from, to));
      case ForeignKey key -> key.withColumns(Names.renamed(key.columns(), from, to));
      case Verbatim(var name, var definition) ->
          new Verbatim(name, new IdentifierRename(from, to).in(definition));
    };
  }
}
