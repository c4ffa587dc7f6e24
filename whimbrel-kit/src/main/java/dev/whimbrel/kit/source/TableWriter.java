package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.SnakeCase;
import dev.whimbrel.schema.dsl.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes the class that declares one table. */
final class TableWriter {
  private final Table table;
  private final Spellings spellings;
  private final String className;
  private final SortedSet<String> imports = new TreeSet<>();

  TableWriter(Table table, Spellings spellings) {
    this.table = table;
    this.spellings = spellings;
    this.className = spellings.names().table(table.name());
    table.columns().forEach(column -> imports.addAll(spellings.of(column).imports()));
  }

  /** The classes that the text mentions, beside the dialect's own. */
  SortedSet<String> imports() {
    return imports;
  }

  String text() {
    var text = new StringBuilder("\n").append(comment());
    text.append("public final class %s extends %s {\n".formatted(className, superclass()));
    text.append(constructor());
    table.columns().forEach(column -> text.append(field(column)));
    List<String> others = others();
    if (!others.isEmpty()) {
      text.append("\n  {\n");
      others.forEach(line -> text.append("    ").append(line).append(";\n"));
      text.append("  }\n");
    }
    return text.append("}\n").toString();
  }

  private String superclass() {
    return spellings.vocabulary().tableClass().getSimpleName();
  }

  /** A name that could end a comment, or begin an escape, is left out. */
  private String comment() {
    String name = table.name().toString();
    return name.matches("[\\w. ]+") ? "/** The table {@code " + name + "}. */\n" : "";
  }

  private String constructor() {
    ObjectName name = table.name();
    if (name.equals(ObjectName.of(new SnakeCase(className).toString()))) {
      return "";
    }
    String namespace = name.namespace().isEmpty() ? "" : new JavaLiteral(name.namespace()) + ", ";
    return "  public %s() {\n    super(%s%s);\n  }\n\n"
        .formatted(className, namespace, new JavaLiteral(name.name()));
  }

  private String field(Column column) {
    Spelling spelling = spellings.of(column);
    var words = new StringBuilder(spelling.words());
    words.append(nullability(column, spelling));
    column.collation().ifPresent(name -> words.append(call("collate", name)));
    constraintWords().inline(column).forEach(words::append);
    return "  public final Column<%s> %s = %s;\n"
        .formatted(spelling.valueType(), field(column.name()), words);
  }

  private String nullability(Column column, Spelling spelling) {
    boolean implied =
        spelling.neverNull()
            || table
                .constraints(Constraint.PrimaryKey.class)
                .anyMatch(key -> key.columns().contains(column.name()));
    if (column.nullable() != implied) {
      return "";
    }
    return implied ? ".nullable()" : ".notNull()";
  }

  private List<String> others() {
    List<String> lines = new ArrayList<>(constraintWords().others());
    var words = new IndexWords(table, spellings);
    table.indexes().forEach(index -> lines.add(words.statement(index)));
    table.options().forEach(option -> lines.add(spellings.vocabulary().option(option)));
    return lines;
  }

  private ConstraintWords constraintWords() {
    return new ConstraintWords(table, spellings);
  }

  private String field(String column) {
    return spellings.names().field(table.name(), column);
  }

  private static String call(String word, String argument) {
    return "." + word + "(" + new JavaLiteral(argument) + ")";
  }
}
