package dev.whimbrel.kit.checklist;

import java.util.function.Function;

/** An item of a checklist, and how it is answered. */
record Question(String section, String text, Function<Evidence, Tick> answer) {
  /** Of nothing, nothing is known. */
  Tick tick(Evidence evidence) {
    Tick tick = answer.apply(evidence);
    return evidence.migrations() > 0 || tick instanceof Tick.ForPerson
        ? tick
        : new Tick.ForPerson("nothing was reviewed");
  }

  /** An item that only a person can tick. */
  static Question forPerson(String section, String text, String why) {
    return new Question(section, text, evidence -> new Tick.ForPerson(why));
  }
}
