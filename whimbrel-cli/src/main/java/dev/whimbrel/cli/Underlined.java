package dev.whimbrel.cli;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The lines of a script that a finding is about, with marks below its place.
 *
 * @param paint colours the marks
 */
record Underlined(ScriptFinding finding, Script script, UnaryOperator<String> paint) {
  private static final int MOST = 3;

  List<String> lines() {
    List<String> text = script.text().lines().toList();
    int length = finding.span().end() - finding.span().start();
    int column = finding.column() - 1;
    var lines = new ArrayList<String>();
    for (int i = finding.line() - 1;
        i < text.size() && length > 0 && lines.size() < MOST * 2;
        i++) {
      String line = text.get(i);
      int marks = Math.clamp((long) line.length() - column, 0, length);
      lines.add("%7d | %s".formatted(i + 1, line));
      lines.add("        | " + blank(line, column) + paint.apply("~".repeat(Math.max(1, marks))));
      length -= line.length() - column + 1;
      column = 0;
    }
    return lines;
  }

  /** What stands in front of the place, with nothing to be seen but as wide, tabs included. */
  private static String blank(String line, int column) {
    return line.substring(0, Math.min(column, line.length())).replaceAll("[^\t]", " ");
  }
}
