package dev.whimbrel.kit.develop;

import dev.whimbrel.kit.OutputException;
import dev.whimbrel.kit.Project;
import java.io.IOException;

/**
 * A command of the user's own that fills the database; it finds the database in {@code
 * DATABASE_URL}, and speaks for itself.
 */
record SeedCommand(Project project, String command) {
  /** Runs it to its end, and gives its exit code. */
  int call() {
    var builder = new ProcessBuilder("sh", "-c", command).inheritIO();
    builder.directory(project.configuration().folder().toFile());
    builder.environment().put("DATABASE_URL", project.url().jdbcUrl());
    project.url().user().ifPresent(user -> builder.environment().put("DATABASE_USER", user));
    project
        .url()
        .password()
        .ifPresent(password -> builder.environment().put("DATABASE_PASSWORD", password));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new OutputException("The seed's command could not be started: " + command, e);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }
}
