package dev.whimbrel.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text file that is a test.
 *
 * @param file where it is
 * @param story what stands above the first section; its first line is a sentence
 * @param sections the texts below each {@code -- name --}, in order, without blank lines around
 */
public record Scenario(Path file, String story, Map<String, String> sections) {
  private static final Pattern HEAD = Pattern.compile("-- (\\S.*\\S|\\S) --");

  public Scenario {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /** Reads a file. */
  public static Scenario read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Scenario parse(Path file, String text) {
    var sections = new LinkedHashMap<String, String>();
    var lines = new ArrayList<String>();
    String name = "";
    for (String line : text.lines().toList()) {
      var head = HEAD.matcher(line);
      if (head.matches()) {
        sections.put(name, joined(lines));
        lines.clear();
        name = head.group(1);
      } else {
        lines.add(line);
      }
    }
    sections.put(name, joined(lines));
    String story = Optional.ofNullable(sections.remove("")).orElse("");
    return new Scenario(file, story, sections);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).replaceAll("^\\n+|\\s+$", "");
  }

  /** The first line. */
  public String sentence() {
    return story.lines().findFirst().orElse("");
  }

  public Optional<String> find(String section) {
    return Optional.ofNullable(sections.get(section));
  }

  /**
   * The text of a section.
   *
   * @throws AssertionError if there is none
   */
  public String section(String name) {
    return find(name)
        .orElseThrow(() -> new AssertionError("There is no section -- " + name + " -- in " + file));
  }

  /** The same with another text in a section, or without it if the text is empty. */
  public Scenario with(String section, String text) {
    var changed = new LinkedHashMap<>(sections);
    if (text.isEmpty()) {
      changed.remove(section);
    } else {
      changed.put(section, text);
    }
    return new Scenario(file, story, changed);
  }

  /** Writes the file anew. */
  public void write() {
    try {
      Files.writeString(file, text());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String text() {
    var text = new StringBuilder(story).append('\n');
    sections.forEach((name, section) ->
        text.append("\n-- ").append(name).append(" --\n").append(section).append('\n'));
    return text.toString();
  }
}
