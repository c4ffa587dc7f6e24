package dev.whimbrel.review.naming;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How names of one kind are put together: <code>{table}_{columns}_idx</code>, where {@code *} is
 * anything and {@code |} stands between several templates of which one has to fit.
 */
public record NameTemplate(String text) {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)}|\\*|[^{*]+|\\{");

  /** What names longer than this are cut to. */
  private static final int LIMIT = 63;

  /** A template that every name fits. */
  public static NameTemplate any() {
    return new NameTemplate("*");
  }

  /** Whether the name fits, with these words for the braces. */
  public boolean fits(String name, Map<String, String> words) {
    return Stream.of(text.split("\\|"))
        .anyMatch(each -> name.matches(expression(each, words)) || isCut(name, each, words));
  }

  private static boolean isCut(String name, String template, Map<String, String> words) {
    String whole = filled(template, words);
    return name.length() == LIMIT && whole.startsWith(name);
  }

  private static String expression(String template, Map<String, String> words) {
    return PART.matcher(template)
        .results()
        .map(part -> part.group().equals("*") ? ".+" : Pattern.quote(filled(part.group(), words)))
        .collect(Collectors.joining());
  }

  /** The first template with its words, as an example. */
  public String example(Map<String, String> words) {
    return filled(text.split("\\|")[0], words)
        .replace("*", words.getOrDefault("columns", "column"));
  }

  private static String filled(String template, Map<String, String> words) {
    String filled = template;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }
}
