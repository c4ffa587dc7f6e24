package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the data of one server of ours is, locked for as long as the server runs. */
sealed interface DataHome extends AutoCloseable permits RunFolder, KeptFolder {
  Path path();

  /** The password of the data's superuser. */
  String password();

  default Path data() {
    return path().resolve("data");
  }

  default Path log() {
    return path().resolve("log");
  }

  /** The command of the server, with what this data asks for. */
  default List<String> settings(List<String> command) {
    return command;
  }

  /** Called before the server is made to end at once. */
  default void beforeEnd(Process server) {}

  @Override
  void close() throws IOException;

  /** The making of one. */
  @FunctionalInterface
  interface Making {
    DataHome make() throws IOException, InterruptedException;
  }
}
