package dev.whimbrel.migrate.layout;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is odd about the numbers that migrations carry. */
final class Numbers {
  private Numbers() {}

  /** Numbers that more than one migration has, however many zeros stand in front. */
  static Stream<Oddity> doubled(
      List<Migration> migrations, Function<MigrationId, String> numbering) {
    return migrations.stream()
        .map(Migration::id)
        .filter(id -> !numbering.apply(id).isEmpty())
        .collect(groupingBy(numbering.andThen(Numbers::counted), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .filter(ids -> ids.size() > 1)
        .map(ids -> doubled(numbering.apply(ids.getLast()), ids));
  }

  private static String counted(String number) {
    return number.replaceFirst("^0+(?=.)", "");
  }

  private static Oddity doubled(String number, List<MigrationId> ids) {
    return new Oddity(
        ids.getLast().value(),
        "the number %s is taken by %s; they run in this order"
            .formatted(number, ids.stream().map(MigrationId::value).collect(joining(" and "))));
  }
}
