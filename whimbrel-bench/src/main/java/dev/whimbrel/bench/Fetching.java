package dev.whimbrel.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Fetches a tool from its registry, by the registry's own client. */
record Fetching(Path home) {
  void run(String... command) {
    Path log = home.resolve("fetched.log");
    try {
      Process client =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (client.waitFor() != 0) {
        throw new FailedException("%s could not fetch it, see %s".formatted(command[0], log));
      }
    } catch (IOException failure) {
      throw new FailedException(command[0] + " is not there", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FailedException("stopped while fetching", stopped);
    }
  }
}
