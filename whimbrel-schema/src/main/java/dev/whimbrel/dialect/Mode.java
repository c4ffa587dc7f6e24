package dev.whimbrel.dialect;

/** How a statement of a migration has to run. */
public sealed interface Mode {
  /** Within the migration's transaction. */
  record Inside() implements Mode {}

  /**
   * Within it as well, but what it sets lasts as long as the session: a run that goes on where
   * another one died says it again.
   */
  record Setting() implements Mode {}

  /** Where no transaction is open, since the database would refuse it in one. */
  record Outside() implements Mode {}

  /** Not at all: it begins or ends a transaction where ours does. */
  record Needless() implements Mode {}

  /** It commits on purpose: what stands before is to be kept whatever comes after. */
  record Commit() implements Mode {}

  /** It cannot run in a migration. */
  record Refused(String why) implements Mode {}
}
