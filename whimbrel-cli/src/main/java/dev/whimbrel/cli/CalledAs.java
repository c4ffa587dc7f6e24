package dev.whimbrel.cli;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has every command that a message names start with the words that work here, so that it runs as
 * printed. All other rooms of the house write {@code whimbrel migrate}, for they do not know how
 * the command line was called.
 *
 * @param words such as {@code ./whimbrel}
 * @param command finds the places
 */
record CalledAs(String words, Pattern command) {
  static CalledAs of(String words, Collection<String> commands) {
    String names = String.join("|", commands);
    return new CalledAs(
        words, Pattern.compile("(?<![\\w./-])whimbrel(?= (?:" + names + "|--help)\\b)"));
  }

  /** The text with commands that run. */
  String in(String text) {
    return command.matcher(text).replaceAll(Matcher.quoteReplacement(words));
  }
}
