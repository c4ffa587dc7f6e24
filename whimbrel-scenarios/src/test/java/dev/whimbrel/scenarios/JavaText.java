package dev.whimbrel.scenarios;

import dev.whimbrel.kit.source.JavaSource;
import dev.whimbrel.schema.Desired;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A schema in Java as a scenario has it: without the imports that every such file begins with. */
record JavaText(String dialect, String text) {
  /** Compiles it, in a folder that is there for that. */
  Desired desired(Path folder) {
    String language = dialect.equals("postgresql") ? "postgres" : dialect;
    Path file = folder.resolve("Tables.java");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, imports(language) + text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return JavaSource.ofSources(List.of(file), List.of(), Optional.empty()).read();
  }

  private static String imports(String language) {
    return """
    package schema;
    import dev.whimbrel.%s.dsl.*;
    import java.math.BigDecimal;
    import java.time.Instant;
    import java.util.UUID;
    """
        .formatted(language);
  }
}
