package dev.whimbrel.cli;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The lines of a script that a finding is about, with marks below its place.
 *
 * @param paint colours the marks
 */
record Underlined(ScriptFinding finding, Script script, UnaryOperator<String> paint) {
  private static final int MOST = 3;
  private static final String MARGIN = "        | ";

  /** What of one line is marked: its number, counted from 0, and from which to which character. */
  private record Marked(int line, int from, int to) {}

  List<String> lines() {
    List<String> text = script.text().lines().toList();
    List<Marked> marked = marked(text);
    var lines = new ArrayList<String>();
    for (Marked each : marked.subList(0, Math.min(MOST, marked.size()))) {
      var shown = ShownLine.of(text.get(each.line()), each.from(), each.to());
      lines.add("%7d | %s".formatted(each.line() + 1, shown.text()));
      lines.add(MARGIN + " ".repeat(shown.before()) + paint.apply("~".repeat(shown.marks())));
    }
    if (marked.size() > MOST) {
      lines.add(MARGIN + "… and so on to line " + (marked.getLast().line() + 1));
    }
    return lines;
  }

  /** The lines of the place that are not empty. */
  private List<Marked> marked(List<String> text) {
    int start = finding.statement().start() + finding.span().start();
    int end = Math.min(start + length(), script.text().length());
    int last = finding.line() + (int) script.text().substring(start, end).lines().count() - 1;
    int rest = script.text().substring(start, end).lines().reduce("", (one, next) -> next).length();
    return IntStream.rangeClosed(finding.line(), last)
        .mapToObj(line -> marked(line, last, rest, text.get(line - 1)))
        .filter(each -> each.from() < each.to())
        .toList();
  }

  private int length() {
    return finding.span().end() - finding.span().start();
  }

  private Marked marked(int line, int last, int rest, String text) {
    int indent = text.length() - text.stripLeading().length();
    int from = line == finding.line() ? finding.column() - 1 : indent;
    int begins = line == finding.line() ? finding.column() - 1 : 0;
    int to = line == last ? begins + rest : text.stripTrailing().length();
    return new Marked(line - 1, from, to);
  }
}
