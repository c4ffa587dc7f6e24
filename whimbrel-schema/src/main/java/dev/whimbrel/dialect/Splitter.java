package dev.whimbrel.dialect;

import java.util.List;

/** Takes a script apart into statements, by the rules of one database's own command line. */
@FunctionalInterface
public interface Splitter {
  /** The statements in order; pieces that hold nothing but comments are left out. */
  List<SqlStatement> split(String script);
}
