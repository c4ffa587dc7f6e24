package dev.whimbrel.testkit.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Decides what is left to chance. */
record Chance(Random random) {
  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From the one to the other, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(one(list));
  }

  /** So many of the list, or all if there are fewer, in any order. */
  <T> List<T> some(int count, List<T> list) {
    var shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
  }

  /** A name that hardly any other thing has. */
  String name(String start) {
    return start + random.nextInt(100_000);
  }
}
