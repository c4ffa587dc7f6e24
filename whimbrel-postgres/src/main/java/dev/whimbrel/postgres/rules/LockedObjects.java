package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import dev.whimbrel.schema.ObjectName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from its words what a statement waits for: what others may be reading or writing. */
final class LockedObjects {
  private static final String NAME = "(?:only )?\"?([^ \"]+)\"?(?: \\. \"?([^ \"]+)\"?)?";

  /** Statements that name the table in the middle, or something like a table at the end. */
  private static final Pattern OF_A_TABLE =
      Pattern.compile(
          "(?:(?:create|alter) policy (?:.*? )?on"
              + "|create (?:or replace )?rule .*? to|alter rule (?:.*? )?on"
              + "|alter trigger (?:.*? )?on|create statistics .* from"
              + "|alter publication .*?(?:add|set) table|analyze(?: verbose)?) "
              + NAME
              + ".*");

  private static final Pattern COMMENT =
      Pattern.compile(
          "comment on (table|column|index|view|materialized view|foreign table|sequence"
              + "|constraint|trigger|policy|rule) .*");

  private LockedObjects() {}

  static Stream<ObjectName> of(Deed deed) {
    return switch (deed) {
      case Deed.Alter alter -> Stream.of(alter.table());
      case Deed.CreateTable made -> ofNewTable(made);
      case Deed.CreateIndex index when !index.concurrently() -> Stream.of(index.table());
      case Deed.CreateTrigger trigger -> Stream.of(trigger.table());
      case Deed.CreateView view when view.words().contains("or replace") -> Stream.of(view.view());
      case Deed.Drop drop when !drop.is("concurrently") -> drop.names().stream();
      case Deed.Truncate truncate -> truncate.tables().stream();
      case Deed.LockTable lock -> lock.tables().stream();
      case Deed.Refresh refresh -> Stream.of(refresh.view());
      case Deed.Reindex reindex when !reindex.concurrently() ->
          Stream.of(ObjectName.of(reindex.name()));
      case Deed.Repack repack -> firstOf(repack.tables());
      case Deed.Vacuum vacuum -> firstOf(vacuum.tables());
      case Deed.AddLabel label -> Stream.of(label.type());
      case Deed.RenameLabel label -> Stream.of(label.type());
      case Deed.AlterDomain domain -> Stream.of(domain.domain());
      case Deed.Other other -> ofOther(other);
      default -> Stream.empty();
    };
  }

  /** Nobody waits for a new table, but for those that it refers to, or is a part of. */
  private static Stream<ObjectName> ofNewTable(Deed.CreateTable made) {
    Stream<ObjectName> parents = made.parent().stream();
    Stream<ObjectName> references =
        Stream.concat(
                made.constraints().stream(),
                made.columns().stream().flatMap(column -> column.constraints().stream()))
            .map(NewConstraint::references)
            .flatMap(Optional::stream)
            .filter(table -> !table.equals(made.table()));
    return Stream.concat(parents, references);
  }

  private static Stream<ObjectName> firstOf(String words) {
    Matcher name = Pattern.compile(NAME + ".*").matcher(words);
    return name.matches() ? Stream.of(name(name)) : Stream.empty();
  }

  private static Stream<ObjectName> ofOther(Deed.Other other) {
    if (COMMENT.matcher(other.words()).matches()) {
      return other.object().stream();
    }
    Matcher table = OF_A_TABLE.matcher(other.words());
    return table.matches() ? Stream.of(name(table)) : Stream.empty();
  }

  private static ObjectName name(Matcher found) {
    Optional<String> second = Optional.ofNullable(found.group(2));
    String first = found.group(1);
    return second.isEmpty() || first.equals("public")
        ? ObjectName.of(second.orElse(first))
        : new ObjectName(first, second.get());
  }
}
