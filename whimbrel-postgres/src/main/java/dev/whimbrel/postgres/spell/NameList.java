package dev.whimbrel.postgres.spell;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names between commas as PostgreSQL spells them. */
final class NameList {
  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\"(), ]+)";

  /** A list of them, as a group of what is searched for. */
  static final String IN_PARENTHESES =
      "\\(((?:(?:, )?(?:PERIOD )?" + NAME + "(?: WITHOUT OVERLAPS)?)+)\\)";

  /** A name that may have a namespace; without quotes, the point is taken as a part of it. */
  static final String QUALIFIED = "(" + NAME + "(?:\\.\"(?:[^\"]|\"\")+\")?)";

  private static final Pattern ONE =
      Pattern.compile("(?:PERIOD )?(" + NAME + ")(?: WITHOUT OVERLAPS)?");

  private NameList() {}

  static List<String> read(@Nullable String list) {
    return list == null
        ? List.of()
        : ONE.matcher(list).results().map(each -> bare(each.group(1))).toList();
  }

  private static String bare(String word) {
    return word.startsWith("\"")
        ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
        : word;
  }
}
