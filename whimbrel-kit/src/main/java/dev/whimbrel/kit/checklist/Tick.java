package dev.whimbrel.kit.checklist;

/** What became of an item of a checklist. */
public sealed interface Tick {
  /** What the answer rests on, or why a person has to give it. */
  String why();

  /** It holds. */
  record Done(String why) implements Tick {}

  /** It does not hold. */
  record Failed(String why) implements Tick {}

  /** No program knows. */
  record ForPerson(String why) implements Tick {}
}
