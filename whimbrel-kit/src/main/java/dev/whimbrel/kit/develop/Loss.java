package dev.whimbrel.kit.develop;

/**
 * Rows or values that a command would destroy.
 *
 * @param name by which a person accepts it: {@code users}, {@code users.legacy_id}
 * @param told what is lost, in words
 */
public record Loss(String name, String told) {}
