package dev.whimbrel.postgres.forecast;

import dev.whimbrel.review.forecast.Range;
import dev.whimbrel.review.forecast.Speed;
import dev.whimbrel.review.forecast.Statistics;
import dev.whimbrel.review.forecast.TableSize;
import dev.whimbrel.review.script.Observation;
import dev.whimbrel.review.script.Observation.Effect;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import dev.whimbrel.schema.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a statement does to many rows: tables it reads, writes anew, builds indexes on, changes rows
 * of. How fast that goes was measured on PostgreSQL 15 with 1 million rows of 341 bytes.
 */
record Work(ScriptStatement statement, Observation seen) {
  /** By the byte: 0.2 s for 341 MB from memory; ten times that from a disk. */
  private static final Speed READING = new Speed(6.0e-10, 1.5, 10);

  /** By the byte: what is left of 13 s for 341 MB when its six indexes are taken off. */
  private static final Speed REWRITING = new Speed(1.2e-8, 2, 5);

  /** By the row: 0.3 s for a million numbers, 2.3 s for texts. */
  private static final Speed INDEXING = new Speed(1.0e-6, 3, 8);

  /** By the row: 0.3 s for a million. */
  private static final Speed LOOKING_UP = new Speed(3.1e-7, 2, 5);

  /** By the row: 80,000 to 105,000 in a second. */
  private static final Speed CHANGING = new Speed(1.1e-5, 2, 5);

  /** By these words fewer rows come of a query than it reads. */
  private static final Pattern FEW =
      Pattern.compile("(?i)\\b(where|group|distinct|limit|fetch|count|sum|min|max|avg)\\b");

  /** All tables whose size matters. */
  List<String> tables() {
    return Stream.of(seen.scanned().stream(), rewrittenTables(), changed().stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  Range time(Statistics statistics) {
    Range time = Range.MOMENT;
    for (String table : seen.scanned()) {
      time = time.plus(READING.over(size(table, statistics).volume()));
    }
    for (String table : rewrittenTables().toList()) {
      time = time.plus(REWRITING.over(size(table, statistics).volume()));
    }
    time = time.plus(INDEXING.over(rowsIndexed(statistics)));
    time = time.plus(LOOKING_UP.over(rowsLookedUp(statistics)));
    return time.plus(changing(statistics)).plus(copying(statistics));
  }

  private Range changing(Statistics statistics) {
    long rows = changed().stream().mapToLong(table -> size(table, statistics).rows()).sum();
    Range all = CHANGING.over(rows);
    boolean perhapsFew = statement.deed() instanceof Deed.Write write && write.where();
    return perhapsFew ? new Range(0, all.most()) : all;
  }

  /** As fast as a table is written anew, or as rows change where indexes are to be kept, too. */
  private Range copying(Statistics statistics) {
    if (!copies()) {
      return new Range(0, 0);
    }
    List<TableSize> read = seen.scanned().stream().map(table -> size(table, statistics)).toList();
    Range all =
        comesToIndexes(statistics)
            ? CHANGING.over(read.stream().mapToLong(TableSize::rows).sum())
            : REWRITING.over(read.stream().mapToLong(TableSize::volume).sum());
    return FEW.matcher(statement.sql()).find() ? new Range(0, all.most()) : all;
  }

  private boolean copies() {
    return switch (statement.deed()) {
      case Deed.Write write -> write.command().equals("insert");
      case Deed.CreateTable table -> table.words().contains("as");
      case Deed.CreateView view -> view.materialized();
      case Deed.Query query -> query.into().isPresent();
      default -> false;
    };
  }

  private boolean comesToIndexes(Statistics statistics) {
    return statement.deed() instanceof Deed.Write write
        && size(write.table().toString(), statistics).indexBytes() > 0;
  }

  /** The rows of a table count once for each index that is built on it, new or anew. */
  private long rowsIndexed(Statistics statistics) {
    Map<String, String> tables = tablesOfIndexes();
    long anew =
        seen.rewritten().stream()
            .filter(tables::containsKey)
            .mapToLong(index -> size(tables.getOrDefault(index, ""), statistics).rows())
            .sum();
    long built =
        made("index ").count()
            * subject().map(table -> size(table.toString(), statistics).rows()).orElse(0L);
    return seen.scanned().isEmpty() ? anew : anew + built;
  }

  private long rowsLookedUp(Statistics statistics) {
    return looksUp()
        ? subject().map(table -> size(table.toString(), statistics).rows()).orElse(0L)
        : 0;
  }

  private boolean looksUp() {
    return statement.deed() instanceof Deed.Alter alter
        && seen.scanned().size() > 1
        && alter.actions().stream()
            .anyMatch(each ->
                each.action() instanceof Action.ValidateConstraint
                    || (each.action() instanceof Action.AddConstraint(NewConstraint constraint)
                        && constraint.kind() == NewConstraint.Kind.FOREIGN_KEY));
  }

  private Optional<ObjectName> subject() {
    return switch (statement.deed()) {
      case Deed.CreateIndex index -> Optional.of(index.table());
      case Deed.Alter alter -> Optional.of(alter.table());
      default -> Optional.empty();
    };
  }

  private List<String> changed() {
    return statement.deed() instanceof Deed.Write write && !write.command().equals("insert")
        ? List.of(write.table().toString())
        : List.of();
  }

  private Stream<String> rewrittenTables() {
    Map<String, String> indexes = tablesOfIndexes();
    return seen.rewritten().stream().filter(name -> !indexes.containsKey(name));
  }

  private Map<String, String> tablesOfIndexes() {
    var tables = new HashMap<String, String>();
    seen.locks().stream()
        .filter(lock -> lock.kind().equals("index"))
        .forEach(lock -> tables.put(lock.relation(), lock.table()));
    return tables;
  }

  private Stream<String> made(String kind) {
    return seen.objects().stream()
        .filter(each -> each.effect() == Effect.MADE && each.object().startsWith(kind))
        .map(Observation.Touched::object);
  }

  /** What is not known is new, and empty. */
  private static TableSize size(String table, Statistics statistics) {
    return statistics.of(table).orElse(new TableSize(0, 0, 0, 0));
  }
}
