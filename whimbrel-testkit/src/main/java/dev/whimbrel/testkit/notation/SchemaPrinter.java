package dev.whimbrel.testkit.notation;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a schema down. */
final class SchemaPrinter {
  private final StringBuilder text = new StringBuilder();

  String print(Schema schema) {
    boolean first = true;
    for (SchemaObject object : schema.objects().values()) {
      text.append(first ? "" : "\n");
      first = false;
      print(object);
    }
    return text.toString();
  }

  private void print(SchemaObject object) {
    String name = Spelling.name(object.name());
    switch (object) {
      case EnumType type -> line("", "enum " + name + " " + Spelling.names(type.labels()));
      case Table table -> print(table, name);
      case View view ->
          line(
              "",
              (view.materialized() ? "materialized view " : "view ")
                  + name
                  + (view.leansOn().isEmpty() ? "" : " of " + Spelling.objectNames(view.leansOn()))
                  + " as "
                  + view.definition());
      case Opaque opaque -> print(opaque, name);
    }
  }

  private void print(Opaque opaque, String name) {
    String leans =
        opaque.leansOn().isEmpty() ? "" : " of " + Spelling.objectNames(opaque.leansOn());
    line("", "opaque " + name + " as " + Spelling.name(opaque.objectKind()) + leans);
    line("  ", "made by " + opaque.definition());
    line("  ", "removed by " + opaque.removal());
  }

  private void print(Table table, String name) {
    String options =
        table.options().isEmpty() ? "" : " options " + String.join(", ", table.options());
    line("", "table " + name + options);
    table.columns().forEach(column -> line("  ", text(column)));
    table.constraints().forEach(constraint -> line("  ", text(constraint)));
    table.indexes().forEach(index -> line("  ", text(index)));
  }

  /** A line; what comes after a line break in it goes four blanks further in. */
  private void line(String indent, String line) {
    text.append(indent).append(line.replace("\n", "\n" + indent + "    ")).append('\n');
  }

  private static String text(Column column) {
    return Spelling.name(column.name())
        + " "
        + TypeNotation.print(column.type())
        + column.collation().map(name -> " collate " + Spelling.name(name)).orElse("")
        + (column.nullable() ? "" : " not null")
        + text(column.value());
  }

  private static String text(ValueSource value) {
    return switch (value) {
      case ValueSource.Given() -> "";
      case ValueSource.Default(var expression) -> " default " + expression;
      case ValueSource.Identity(var always, var options) ->
          (always ? " identity" : " identity by default") + text(options);
      case ValueSource.Serial() -> " serial";
      case ValueSource.AutoIncrement() -> " autoincrement";
      case ValueSource.Generated(var expression, var stored) ->
          (stored ? " stored as " : " computed as ") + expression;
    };
  }

  private static String text(ValueSource.SequenceOptions options) {
    var words = new ArrayList<String>();
    add(words, "start", options.start());
    add(words, "increment", options.increment());
    add(words, "min", options.minValue());
    add(words, "max", options.maxValue());
    add(words, "cache", options.cache());
    if (options.cycle()) {
      words.add("cycle");
    }
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static void add(List<String> words, String word, Optional<Long> number) {
    number.ifPresent(value -> words.add(word + " " + value));
  }

  private static String text(Constraint constraint) {
    String name = Spelling.optional(constraint.name());
    return switch (constraint) {
      case Constraint.PrimaryKey key -> "primary key" + name + " " + Spelling.names(key.columns());
      case Constraint.Unique unique ->
          "unique"
              + name
              + " "
              + Spelling.names(unique.columns())
              + (unique.nullsNotDistinct() ? " nulls not distinct" : "");
      case Constraint.Check check -> "check" + name + " (" + check.condition() + ")";
      case Constraint.ForeignKey key -> "foreign key" + name + " " + text(key);
      case Constraint.Verbatim verbatim ->
          "constraint " + Spelling.name(verbatim.name()) + " " + verbatim.definition();
    };
  }

  private static String text(Constraint.ForeignKey key) {
    return Spelling.names(key.columns())
        + " references "
        + Spelling.name(key.references())
        + (key.referenced().isEmpty() ? "" : " " + Spelling.names(key.referenced()))
        + action("delete", key.onDelete())
        + action("update", key.onUpdate())
        + switch (key.deferral()) {
          case NOT_DEFERRABLE -> "";
          case INITIALLY_IMMEDIATE -> " deferrable";
          case INITIALLY_DEFERRED -> " deferred";
        };
  }

  private static String action(String event, Constraint.Action action) {
    return action == Constraint.Action.NO_ACTION
        ? ""
        : " on " + event + " " + action.sql().toLowerCase(Locale.ROOT);
  }

  private static String text(Index index) {
    return (index.unique() ? "unique index " : "index ")
        + Spelling.name(index.name())
        + index.method().map(method -> " using " + Spelling.name(method)).orElse("")
        + index.parts().stream()
            .map(SchemaPrinter::text)
            .collect(Collectors.joining(", ", " (", ")"))
        + (index.include().isEmpty() ? "" : " include " + Spelling.names(index.include()))
        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
        + index.with().map(with -> " with (" + with + ")").orElse("")
        + index.where().map(condition -> " where " + condition).orElse("");
  }

  private static String text(Index.Part part) {
    return (part.expression() ? "(" + part.text() + ")" : Spelling.name(part.text()))
        + part.collation().map(name -> " collate " + Spelling.name(name)).orElse("")
        + part.operatorClass().map(name -> " ops " + Spelling.name(name)).orElse("")
        + (part.descending() ? " desc" : "")
        + part.nulls().map(SchemaPrinter::text).orElse("");
  }

  private static String text(Index.Nulls nulls) {
    return nulls == Index.Nulls.FIRST ? " nulls first" : " nulls last";
  }
}
