package dev.whimbrel.review;

/** How much a finding matters: can be done as it is, in several steps, or not without harm. */
public enum Severity {
  SAFE,
  MULTI_PHASE,
  DANGEROUS
}
