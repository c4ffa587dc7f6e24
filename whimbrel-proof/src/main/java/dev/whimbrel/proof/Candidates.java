package dev.whimbrel.proof;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that the checks of a table mention, and their neighbours. */
record Candidates(Table table) {
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?![\\w.])");
  private static final int MOST = 60;

  List<RowFiller.Candidate> all() {
    var all = new ArrayList<RowFiller.Candidate>();
    table
        .constraints(Constraint.Check.class)
        .map(check -> check.condition().sql())
        .forEach(expression -> add(expression, all));
    table.columns().stream()
        .filter(Column::nullable)
        .forEach(column -> all.add(new RowFiller.Candidate(column.name(), "NULL")));
    return all.stream().limit(MOST).toList();
  }

  private void add(String expression, List<RowFiller.Candidate> all) {
    Set<String> values = values(expression);
    table.columns().stream()
        .map(Column::name)
        .filter(expression::contains)
        .forEach(
            column -> values.forEach(value -> all.add(new RowFiller.Candidate(column, value))));
  }

  private static Set<String> values(String expression) {
    var values = new LinkedHashSet<String>();
    Matcher texts = TEXT.matcher(expression);
    while (texts.find()) {
      values.add(texts.group());
    }
    Matcher numbers = NUMBER.matcher(expression);
    while (numbers.find()) {
      long number = Long.parseLong(numbers.group());
      values.add(Long.toString(number));
      values.add(Long.toString(number + 1));
      values.add(Long.toString(number - 1));
    }
    return values;
  }
}
