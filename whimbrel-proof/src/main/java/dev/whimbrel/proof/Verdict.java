package dev.whimbrel.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of proving the way back of a migration. */
public enum Verdict {
  /** Shape and rows are as they were. */
  LOSSLESS,
  /** The shape is as it was, but some values are not. */
  LOSES_DATA,
  /** The shape is as it was, and what had been dropped is empty. */
  RESTORES_STRUCTURE_ONLY,
  /** There is no way back. */
  IRREVERSIBLE,
  /** The way back leads somewhere else. */
  LEADS_ELSEWHERE,
  /** Up, down or up again was refused. */
  DOES_NOT_RUN;

  /** As people and files have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Verdict> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Whether a database comes back to the shape it had. */
  public boolean comesBack() {
    return this == LOSSLESS || this == LOSES_DATA || this == RESTORES_STRUCTURE_ONLY;
  }
}
