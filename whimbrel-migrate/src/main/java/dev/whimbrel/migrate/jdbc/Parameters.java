package dev.whimbrel.migrate.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What stands behind the question mark of a URL, in order and still encoded. */
record Parameters(List<String> pairs) {
  static Parameters of(String url) {
    String query = url.substring(before(url).length());
    return new Parameters(
        Arrays.stream(query.replaceFirst("^\\?", "").split("&"))
            .filter(pair -> !pair.isEmpty())
            .toList());
  }

  /** The URL up to its parameters. */
  static String before(String url) {
    int mark = mark(url);
    return mark < 0 ? url : url.substring(0, mark);
  }

  /** A mark among the credentials belongs to a password that somebody did not encode. */
  private static int mark(String url) {
    int mark = url.indexOf('?');
    int sign = url.indexOf('@', Math.max(mark, 0));
    boolean inPassword = mark >= 0 && sign >= 0 && url.indexOf('/', afterSlashes(url)) > mark;
    return inPassword ? url.indexOf('?', sign) : mark;
  }

  private static int afterSlashes(String url) {
    int slashes = url.indexOf("//");
    return slashes < 0 ? 0 : slashes + 2;
  }

  /** The decoded value of a parameter; the last one counts, as it does for the drivers. */
  Optional<String> find(String name) {
    return pairs.reversed().stream()
        .filter(pair -> name(pair).equals(name))
        .map(pair -> decoded(pair.substring(Math.min(pair.length(), name.length() + 1))))
        .findFirst();
  }

  Parameters without(Set<String> names) {
    return new Parameters(pairs.stream().filter(pair -> !names.contains(name(pair))).toList());
  }

  Parameters renamed(UnaryOperator<String> names) {
    List<String> renamed = new ArrayList<>();
    pairs.forEach(
        pair -> renamed.add(names.apply(name(pair)) + pair.substring(name(pair).length())));
    return new Parameters(renamed);
  }

  /** With the question mark, or nothing where there is nothing to ask. */
  String query() {
    return pairs.isEmpty() ? "" : pairs.stream().collect(Collectors.joining("&", "?", ""));
  }

  /** Percent signs resolved; unlike in web forms, a plus sign means itself. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException plain) {
      // a lone percent sign: somebody wrote the password as it is
      return text;
    }
  }

  private static String name(String pair) {
    int sign = pair.indexOf('=');
    return sign < 0 ? pair : pair.substring(0, sign);
  }
}
