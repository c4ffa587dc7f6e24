package dev.whimbrel.plan;

import static java.util.stream.Collectors.toSet;

import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The names that SQL text speaks of. Some are no names of anything, which does no harm: nothing
 * waits for what does not come or go.
 */
final class Mentions {
  private static final String WORD = "(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
  private static final Pattern NAME = Pattern.compile(WORD + "(?:\\." + WORD + ")?");

  private Mentions() {}

  /** Also those within literals, such as the name of a sequence. */
  static Set<ObjectName> in(String sql) {
    return in(sql, found -> true);
  }

  /** Those behind which arguments stand: of functions, and of types that have any. */
  static Set<ObjectName> called(String sql) {
    return in(sql, found -> isCall(sql, found));
  }

  /** All others. */
  static Set<ObjectName> named(String sql) {
    return in(sql, found -> !isCall(sql, found));
  }

  private static Set<ObjectName> in(String sql, Predicate<MatchResult> wanted) {
    return NAME.matcher(sql).results().filter(wanted).map(Mentions::name).collect(toSet());
  }

  private static boolean isCall(String sql, MatchResult found) {
    return sql.startsWith("(", found.end());
  }

  private static ObjectName name(MatchResult found) {
    String first = bare(found.group(1));
    String second = found.group(2);
    return second == null
        ? ObjectName.of(first)
        : new ObjectName(first.equals("public") ? "" : first, bare(second));
  }

  private static String bare(String word) {
    return word.startsWith("\"")
        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
        : word;
  }

  /** What SQL calls an object whose own name begins with what it is and may end in arguments. */
  static ObjectName spoken(Opaque opaque) {
    String name = opaque.name().name();
    String kind = opaque.objectKind() + " ";
    String said = name.startsWith(kind) ? name.substring(kind.length()) : name;
    int arguments = said.lastIndexOf('(');
    return opaque.name().sibling(arguments > 0 ? said.substring(0, arguments) : said);
  }
}
