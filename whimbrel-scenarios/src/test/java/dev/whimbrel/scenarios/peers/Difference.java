package dev.whimbrel.scenarios.peers;

import java.util.ArrayList;
import java.util.List;

/** What two dumps do not have in common, a statement a line. */
final class Difference {
  private Difference() {}

  static String of(String found, String wanted) {
    return only("found ", found, wanted) + only("wanted", wanted, found);
  }

  private static String only(String word, String here, String there) {
    var rest = new ArrayList<>(List.of(here.split("\n\n")));
    List.of(there.split("\n\n")).forEach(rest::remove);
    var text = new StringBuilder();
    rest.forEach(
        each -> text.append(word).append(' ').append(each.replace('\n', ' ')).append('\n'));
    return text.toString();
  }
}
