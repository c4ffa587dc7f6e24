package dev.whimbrel.review;

import dev.whimbrel.change.Change;

/**
 * One danger found.
 *
 * @param rule the id of the rule that found it
 * @param message what happens, in one sentence
 * @param advice the safe way
 */
public record Finding(
    String rule, Severity severity, Change change, String message, String advice) {}
