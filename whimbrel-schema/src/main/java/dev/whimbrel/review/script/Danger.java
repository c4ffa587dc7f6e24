package dev.whimbrel.review.script;

import dev.whimbrel.review.Severity;

/**
 * What a rule has to say about a place in a statement.
 *
 * @param what what happens
 * @param effect what that does to running code
 * @param safe the safe way: SQL that is ready, or words where SQL alone does not do it
 */
public record Danger(Severity severity, String what, String effect, String safe) {
  public static Danger advice(String what, String effect, String safe) {
    return new Danger(Severity.SAFE, what, effect, safe);
  }

  public static Danger phased(String what, String effect, String safe) {
    return new Danger(Severity.MULTI_PHASE, what, effect, safe);
  }

  public static Danger dangerous(String what, String effect, String safe) {
    return new Danger(Severity.DANGEROUS, what, effect, safe);
  }
}
