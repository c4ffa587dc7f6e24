package dev.whimbrel.kit.draft;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.plan.Fill;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rows get in columns that may not be null from now on, or again on the way back, as a person
 * writes it.
 */
public record Fills(List<Fill> fills) {
  private static final Pattern FORM = Pattern.compile("(?s)\\s*(.+)\\.([^.=]+?)\\s*=\\s*(.+)");

  public Fills {
    fills = List.copyOf(fills);
  }

  /**
   * Reads texts such as {@code users.name='unknown'}.
   *
   * @throws ConfigurationException if one has another form
   */
  public static Fills parse(List<String> texts) {
    return new Fills(texts.stream().map(Fills::fill).toList());
  }

  /**
   * Refuses what no change of the plan asks for, since it would be silently left out.
   *
   * @throws ConfigurationException if there is such
   */
  public void check(Plan plan) {
    List<Change> changes = plan.meant().toList();
    for (Fill fill : fills) {
      if (changes.stream()
          .noneMatch(change -> required(change, fill) || required(change.inverse(), fill))) {
        throw new ConfigurationException(
            "Nothing was written: --fill %s.%s names no column that may not be null from now on, or again on the way back. Mend the name, or leave it out."
                .formatted(fill.table(), fill.column()));
      }
    }
  }

  /** Whether rows get a value where this change wants one. */
  boolean answers(Change change) {
    return fills.stream().anyMatch(fill -> required(change, fill));
  }

  private static boolean required(Change change, Fill fill) {
    Optional<Column> now =
        switch (change) {
          case Change.AddColumn(var table, var column) -> Optional.of(column);
          case Change.AlterColumn(var table, var from, var to) -> Optional.of(to);
          default -> Optional.empty();
        };
    return now.filter(column -> !column.nullable())
        .filter(column ->
            change instanceof Change.OfTable within && fill.isFor(within.table(), column.name()))
        .isPresent();
  }

  private static Fill fill(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new ConfigurationException(
          "Nothing was written: \"%s\" does not say what fills a column. Write --fill \"table.column=value\", such as --fill \"users.name='unknown'\"."
              .formatted(text));
    }
    String[] table = form.group(1).split("\\.", 2);
    ObjectName name =
        table.length == 2 ? new ObjectName(table[0], table[1]) : ObjectName.of(table[0]);
    return new Fill(name, form.group(2), new Expression(form.group(3).strip()));
  }
}
