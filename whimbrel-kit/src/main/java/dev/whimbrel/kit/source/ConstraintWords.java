package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Constraint.Action;
import dev.whimbrel.schema.Constraint.ForeignKey;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words for the constraints of a table: behind a column where they are about one alone. */
record ConstraintWords(Table table, Spellings spellings) {
  /** The words behind a column. */
  List<String> inline(Column column) {
    return table.constraints().stream()
        .filter(this::inline)
        .filter(constraint -> constraint.columns().getFirst().equals(column.name()))
        .map(this::word)
        .toList();
  }

  /** The statements for all other constraints. */
  List<String> others() {
    return table.constraints().stream()
        .filter(constraint -> !inline(constraint))
        .map(this::statement)
        .toList();
  }

  private boolean inline(Constraint constraint) {
    return constraint.columns().size() == 1
        && table.findColumn(constraint.columns().getFirst()).isPresent()
        && switch (constraint) {
          case Constraint.PrimaryKey key -> unnamed(key);
          case Constraint.Unique unique -> !unique.nullsNotDistinct();
          case ForeignKey key -> spellings.typed(table, key);
          case Constraint.Check check -> false;
          case Constraint.Verbatim verbatim -> false;
        };
  }

  private String word(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> ".primaryKey()";
      case Constraint.Unique unique -> ".unique(" + nameUnlessDerived(unique) + ")";
      case ForeignKey key ->
          ".references(%s.class, %s%s)"
              .formatted(className(key), target(key, 0), options(key, ", "));
      case Constraint.Check check -> throw new IllegalArgumentException("text: " + check);
      case Constraint.Verbatim verbatim -> throw new IllegalArgumentException("text: " + verbatim);
    };
  }

  private String statement(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key when key.name().equals(derived(key)) ->
          "primaryKey(" + fields(key.columns()) + ")";
      case Constraint.PrimaryKey key ->
          "primaryKey(%s).on(%s)".formatted(new JavaLiteral(key.name()), fields(key.columns()));
      case Constraint.Unique unique ->
          "unique(%s).on(%s)%s"
              .formatted(
                  nameUnlessDerived(unique),
                  fields(unique.columns()),
                  unique.nullsNotDistinct() ? ".nullsNotDistinct()" : "");
      case Constraint.Check(var name, var condition) ->
          "check(%s, %s)".formatted(new JavaLiteral(name), new JavaLiteral(condition.sql()));
      case ForeignKey key -> foreignKey(key);
      case Constraint.Verbatim(var name, var definition) ->
          "constraint(%s, %s)".formatted(new JavaLiteral(name), new JavaLiteral(definition));
    };
  }

  private String foreignKey(ForeignKey key) {
    boolean typed = spellings.typed(table, key);
    var words =
        new StringBuilder(
            typed
                ? "foreignKey(%s.class%s)".formatted(className(key), options(key, ", "))
                : "foreignKeyTo(%s, %s%s)"
                    .formatted(
                        new JavaLiteral(key.references().namespace()),
                        new JavaLiteral(key.references().name()),
                        options(key, ", ")));
    for (int i = 0; i < key.columns().size(); i++) {
      Object there = typed ? target(key, i) : new JavaLiteral(key.referenced().get(i));
      words.append(".on(%s, %s)".formatted(field(key.columns().get(i)), there));
    }
    return words.toString();
  }

  private String className(ForeignKey key) {
    return spellings.names().table(key.references());
  }

  private String target(ForeignKey key, int position) {
    String parameter = className(key).substring(0, 1).toLowerCase(Locale.ROOT);
    String field = spellings.names().field(key.references(), key.referenced().get(position));
    return "%s -> %s.%s".formatted(parameter, parameter, field);
  }

  private String options(ForeignKey key, String before) {
    List<String> options = new ArrayList<>();
    if (key.onDelete() != Action.NO_ACTION) {
      options.add("onDelete(" + key.onDelete() + ")");
    }
    if (key.onUpdate() != Action.NO_ACTION) {
      options.add("onUpdate(" + key.onUpdate() + ")");
    }
    switch (key.deferral()) {
      case NOT_DEFERRABLE -> {}
      case INITIALLY_IMMEDIATE -> options.add("deferrable()");
      case INITIALLY_DEFERRED -> options.add("initiallyDeferred()");
    }
    if (!key.name().equals(derived(key))) {
      options.add("named(" + new JavaLiteral(key.name()) + ")");
    }
    return options.isEmpty() ? "" : before + String.join(", ", options);
  }

  /** Whether a key over one column has the name that it gets when nobody names it. */
  private boolean unnamed(Constraint.PrimaryKey key) {
    return key.name().equals(derived(key))
        || key.name().equals(spellings.vocabulary().unnamedPrimaryKey(table.name()));
  }

  private String nameUnlessDerived(Constraint.Unique unique) {
    String derived = naming().unique(table.name().name(), unique.columns());
    return unique.name().equals(derived) ? "" : new JavaLiteral(unique.name()).toString();
  }

  private String derived(Constraint.PrimaryKey key) {
    return naming().primaryKey(table.name().name(), key.columns());
  }

  private String derived(ForeignKey key) {
    return naming()
        .foreignKey(table.name().name(), key.columns(), key.references().name(), key.referenced());
  }

  private Naming naming() {
    return spellings.vocabulary().naming();
  }

  private String fields(List<String> columns) {
    return columns.stream().map(this::field).collect(Collectors.joining(", "));
  }

  private String field(String column) {
    return spellings.names().ownField(table.name(), column);
  }
}
