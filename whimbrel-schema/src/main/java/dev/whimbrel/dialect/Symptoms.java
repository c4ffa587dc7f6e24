package dev.whimbrel.dialect;

import java.util.Optional;

/** Knows what is usually behind a refusal, and what mends it. */
@FunctionalInterface
public interface Symptoms {
  /**
   * Cause and cure, if the refusal is a common one.
   *
   * @param migration the one that was refused, as commands name it
   */
  Optional<String> explanation(DatabaseException refusal, String migration);
}
