package dev.whimbrel.kit.checklist;

import java.util.function.Function;

/** An item of a checklist, and how it is answered. */
record Question(String section, String text, Function<Evidence, Tick> answer) {
  /** An item that only a person can tick. */
  static Question forPerson(String section, String text, String why) {
    return new Question(section, text, evidence -> new Tick.ForPerson(why));
  }
}
