package dev.whimbrel.kit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${VAR}}, {@code ${VAR:-default}} and {@code ${file:PATH}}.
 *
 * @param folder where relative paths of files start
 * @param environment the environment of this process, which goes before {@code .env}
 */
record Variables(Path folder, Map<String, String> environment, Map<String, String> dotEnv) {
  private static final Pattern USE =
      Pattern.compile("\\$\\{(?:file:([^}]+)|([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?)\\}");

  static Variables of(Path folder, Map<String, String> environment) {
    return new Variables(folder, environment, DotEnv.in(folder).variables());
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(dotEnv.get(name)));
  }

  /**
   * The text with all variables filled in.
   *
   * @param place where it stands, for messages
   */
  String fill(String text, String place) {
    return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(value(use, place)));
  }

  private String value(MatchResult use, String place) {
    if (use.group(1) != null) {
      return content(use.group(1), place);
    }
    Optional<String> value = find(use.group(2));
    if (use.group(3) != null) {
      return value.filter(there -> !there.isEmpty()).orElse(use.group(4));
    }
    return value.orElseThrow(() -> unset(use.group(2), place));
  }

  private static ConfigurationException unset(String name, String place) {
    return new ConfigurationException(
        "%s: the variable %s is not set. Set it, put it into .env, or write ${%s:-default}."
            .formatted(place, name, name));
  }

  private String content(String file, String place) {
    try {
      return Files.readString(folder.resolve(file.strip())).strip();
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s: the file %s cannot be read. Put it there, or name another."
              .formatted(place, folder.resolve(file.strip())),
          e);
    }
  }
}
