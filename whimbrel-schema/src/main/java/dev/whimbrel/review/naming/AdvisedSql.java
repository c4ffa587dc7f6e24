package dev.whimbrel.review.naming;

import dev.whimbrel.schema.ObjectName;
import java.util.function.UnaryOperator;

/**
 * How a database wants the SQL that is advised.
 *
 * @param quote writes a name so that it is taken as it is
 * @param renamesParts whether indexes and constraints can be given another name where they stand
 */
public record AdvisedSql(UnaryOperator<String> quote, boolean renamesParts) {
  String name(String plain) {
    return quote.apply(plain);
  }

  String name(ObjectName name) {
    return name.namespace().isEmpty()
        ? name(name.name())
        : name(name.namespace()) + "." + name(name.name());
  }

  /** The statement with another name, where there is one. */
  String renaming(String statement, String name) {
    return renamesParts ? statement + " TO " + name(name) + ";" : "call it " + name;
  }
}
