package dev.whimbrel.review.naming;

import dev.whimbrel.review.script.ScriptRule;
import java.util.List;

/**
 * How the things of a project are called.
 *
 * @param indexed the names of columns that are to have an index; {@code *} is anything
 */
public record Conventions(
    NameCase tables,
    NameCase columns,
    NameTemplate indexes,
    NameTemplate uniqueIndexes,
    NameTemplate foreignKeys,
    NameCase migrations,
    List<String> indexed) {
  public Conventions {
    indexed = List.copyOf(indexed);
  }

  /** Tables in the plural, names in small letters, and what belongs to a table begins like it. */
  public static Conventions usual() {
    return new Conventions(
        NameCase.PLURAL_SNAKE_CASE,
        NameCase.SNAKE_CASE,
        new NameTemplate("{table}_*_idx"),
        new NameTemplate("{table}_*_idx|{table}_*_unique|{table}_*_key"),
        new NameTemplate("{table}_{columns}_{references}_{referenced}_fk"),
        NameCase.SNAKE_CASE,
        List.of("status", "*_status", "created_at", "updated_at"));
  }

  /** The rules that look after them. */
  public List<ScriptRule> rules(AdvisedSql sql) {
    return List.of(
        new TableName(tables),
        new ColumnName(columns),
        new IndexName(indexes, uniqueIndexes, sql),
        new ForeignKeyName(foreignKeys, sql),
        new UnindexedColumn(indexed, sql));
  }
}
