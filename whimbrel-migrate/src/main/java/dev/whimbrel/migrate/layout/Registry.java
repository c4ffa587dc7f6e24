package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.DirectoryException;
import dev.whimbrel.migrate.directory.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file in any language that lists migrations: every quoted name that ends in {@code .sql} counts,
 * in the order in which they stand there, once; what is commented out does not.
 */
public record Registry(Path file) {
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^\\s*(?://|#|--).*$|\\s//.*$|(?s)/\\*.*?\\*/");
  private static final Pattern NAME = Pattern.compile("([\"'`])([^\"'`\\n]+\\.sql)\\1");

  /** The names of the files. */
  public List<String> names() {
    String text = COMMENT.matcher(text()).replaceAll("");
    return NAME.matcher(text).results().map(name -> name.group(2)).distinct().toList();
  }

  /** The file as it stands. */
  public String text() {
    return new Texts(file)
        .find(file)
        .orElseThrow(() ->
            new DirectoryException(
                file
                    + " is to list the migrations, and is not there. Put it back, or name another"
                    + " as migrations.registry."));
  }
}
