package dev.whimbrel.schema.dsl;

import java.util.Locale;

/** How Java's names become names in a database: {@code UserProfile} is {@code user_profile}. */
public record SnakeCase(String javaName) {
  @Override
  public String toString() {
    return javaName
        .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1_$2")
        .replaceAll("([\\p{Ll}\\p{N}])(\\p{Lu})", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
