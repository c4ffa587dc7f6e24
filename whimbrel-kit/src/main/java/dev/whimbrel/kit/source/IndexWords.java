package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.Index.Nulls;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.JavaLiteral;
import java.util.List;
import java.util.stream.Collectors;

/** The words for the indexes of a table. */
record IndexWords(Table table, Spellings spellings) {
  String statement(Index index) {
    var words = new StringBuilder(index.unique() ? "uniqueIndex(" : "index(");
    words.append(name(index)).append(")").append(parts(index.parts()));
    index.method().ifPresent(method -> words.append(call("using", method)));
    if (!index.include().isEmpty()) {
      words.append(".include(").append(fields(index.include())).append(")");
    }
    words.append(index.nullsNotDistinct() ? ".nullsNotDistinct()" : "");
    index.where().ifPresent(condition -> words.append(call("where", condition.sql())));
    index.with().ifPresent(parameters -> words.append(call("with", parameters)));
    return words.toString();
  }

  private String name(Index index) {
    String derived = spellings.vocabulary().naming().index(table.name().name(), index.columns());
    return index.name().equals(derived) ? "" : new JavaLiteral(index.name()).toString();
  }

  private String parts(List<Index.Part> parts) {
    if (parts.size() == 1
        && parts.getFirst().equals(Index.Part.expression(parts.getFirst().text()))) {
      return call("onExpression", parts.getFirst().text());
    }
    return parts.stream().map(this::part).collect(Collectors.joining(", ", ".on(", ")"));
  }

  private String part(Index.Part part) {
    var words =
        new StringBuilder(
            part.expression()
                ? "expression(" + new JavaLiteral(part.text()) + ")"
                : field(part.text()));
    words.append(part.descending() ? ".desc()" : "");
    part.nulls()
        .ifPresent(nulls -> words.append(nulls == Nulls.FIRST ? ".nullsFirst()" : ".nullsLast()"));
    part.collation().ifPresent(name -> words.append(call("collation", name)));
    part.operatorClass().ifPresent(name -> words.append(call("operatorClass", name)));
    return words.toString();
  }

  private String fields(List<String> columns) {
    return columns.stream().map(this::field).collect(Collectors.joining(", "));
  }

  private String field(String column) {
    return spellings.names().ownField(table.name(), column);
  }

  private static String call(String word, String argument) {
    return "." + word + "(" + new JavaLiteral(argument) + ")";
  }
}
