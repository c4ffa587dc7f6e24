package dev.whimbrel.kit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a {@code .env} file: {@code NAME=value}, quotes and comments as usual there. */
record DotEnv(Map<String, String> variables) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^#]*?(?:(?<!\\s)#[^#]*?)*))"
              + "\\s*(?:\\s#.*)?");

  /** The file in this folder; no variables if there is none. */
  static DotEnv in(Path folder) {
    Path file = folder.resolve(".env");
    if (!Files.isRegularFile(file)) {
      return new DotEnv(Map.of());
    }
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be read; make it readable or move it.", e);
    }
  }

  static DotEnv parse(String text) {
    var variables = new HashMap<String, String>();
    text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> put(line, variables));
    return new DotEnv(Map.copyOf(variables));
  }

  private static void put(Matcher line, Map<String, String> variables) {
    variables.put(line.group(1), value(line));
  }

  private static String value(Matcher line) {
    if (line.group(2) != null) {
      return line.group(2).replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }
    return line.group(3) != null ? line.group(3) : line.group(4);
  }
}
