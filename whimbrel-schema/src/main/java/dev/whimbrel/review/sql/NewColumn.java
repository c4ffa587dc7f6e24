package dev.whimbrel.review.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column as a statement declares it.
 *
 * @param type in small letters, as it is written; empty where there is none
 * @param defaultValue the expression of its default
 * @param constraints what is declared with it, as if it stood on its own
 */
public record NewColumn(
    String name,
    String type,
    Optional<String> defaultValue,
    Set<Trait> traits,
    List<NewConstraint> constraints,
    Span span) {
  public NewColumn {
    traits = Set.copyOf(traits);
    constraints = List.copyOf(constraints);
  }

  /** A column of which nothing but its type is known. */
  public static NewColumn of(String name, String type, Span span) {
    return new NewColumn(name, type, Optional.empty(), Set.of(), List.of(), span);
  }

  /** What a column can be besides its type. */
  public enum Trait {
    NOT_NULL,
    STORED,
    VIRTUAL,
    IDENTITY_ALWAYS,
    IDENTITY_BY_DEFAULT
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether the database counts it up by itself. */
  public boolean counted() {
    return serial() || is(Trait.IDENTITY_ALWAYS) || is(Trait.IDENTITY_BY_DEFAULT);
  }

  public boolean serial() {
    return type.matches("(small|big)?serial[248]?");
  }

  public boolean generated() {
    return is(Trait.STORED) || is(Trait.VIRTUAL);
  }

  /** Whether a constraint of that kind is declared with it. */
  public boolean has(NewConstraint.Kind kind) {
    return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
  }

  /** The type without length and brackets. */
  public String plainType() {
    return type.replaceAll("\\s*\\(.*?\\)", "").replaceAll("\\s*(\\[|\\barray\\b).*", "").strip();
  }
}
