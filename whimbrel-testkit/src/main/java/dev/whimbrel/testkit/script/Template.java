package dev.whimbrel.testkit.script;

import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with blanks and choices, to be filled in. */
record Template(String text) {
  private static final Pattern CHOICE =
      Pattern.compile("(?<!\\\\)\\{((?:\\\\[{}]|[^{}])*)(?<!\\\\)}");
  private static final Pattern BAR = Pattern.compile("(?<!\\|)\\|(?!\\|)");
  private static final Pattern BLANK = Pattern.compile("@(@|-|[a-z](?:\\.[a-z]\\b)?)");

  /** The text with one of each choice, and with the blanks as they are told by their names. */
  String filled(Random random, UnaryOperator<String> blanks) {
    String chosen = text;
    while (CHOICE.matcher(chosen).find()) {
      chosen = CHOICE.matcher(chosen).replaceAll(each -> chosen(each, random));
    }
    return BLANK
        .matcher(chosen.replaceAll("\\\\([{}])", "$1"))
        .replaceAll(each -> Matcher.quoteReplacement(blanks.apply(each.group(1))));
  }

  private static String chosen(MatchResult choice, Random random) {
    String[] choices = BAR.split(choice.group(1), -1);
    return Matcher.quoteReplacement(choices[random.nextInt(choices.length)]);
  }
}
