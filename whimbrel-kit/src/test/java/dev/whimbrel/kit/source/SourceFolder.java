package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of Java sources that a test writes. */
record SourceFolder(Path folder) {
  private static final Pattern CLASS = Pattern.compile("(?:class|enum|record) (\\w+)");
  private static final String HEAD =
      """
      package schema;
      import dev.whimbrel.%s.dsl.*;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.UUID;
      """;

  /** Writes a class after the usual imports, into a file of its name. */
  SourceFolder postgres(String source) {
    return file(HEAD.formatted("postgres") + source);
  }

  /** Writes a class after the usual imports, into a file of its name. */
  SourceFolder sqlite(String source) {
    return file(HEAD.formatted("sqlite") + source);
  }

  SourceFolder files(Map<String, String> texts) {
    texts.forEach(this::write);
    return this;
  }

  private SourceFolder file(String text) {
    Matcher name = CLASS.matcher(text);
    if (!name.find()) {
      throw new IllegalArgumentException("no class in " + text);
    }
    write(name.group(1) + ".java", text);
    return this;
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Desired desired() {
    return JavaSource.ofSources(List.of(folder), List.of(), Optional.empty()).read();
  }

  Schema schema() {
    return desired().schema();
  }
}
