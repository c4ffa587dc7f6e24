package dev.whimbrel.testkit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One step of a story.
 *
 * @param verb its first word
 * @param text what follows
 */
record Line(String verb, String text) {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  static Line of(String line) {
    String[] parts = line.strip().split(" ", 2);
    return new Line(parts[0], parts.length > 1 ? parts[1].strip() : "");
  }

  /** The words of the text; what stands in quotes is one. */
  List<String> words() {
    var words = new ArrayList<String>();
    WORD.matcher(text)
        .results()
        .forEach(match -> words.add(match.group(1) == null ? match.group() : match.group(1)));
    return words;
  }

  @Override
  public String toString() {
    return verb + " " + text;
  }
}
