package dev.whimbrel.dialect;

import java.util.List;

/**
 * The files in which a database lives.
 *
 * @param paths the database itself first, then what lies beside it while it is in use
 * @param beginning what the first one begins with, unless it is empty
 */
public record StoredFiles(List<String> paths, String beginning) {
  public StoredFiles {
    paths = List.copyOf(paths);
  }
}
