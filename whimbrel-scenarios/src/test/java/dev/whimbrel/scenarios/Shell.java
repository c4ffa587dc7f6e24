package dev.whimbrel.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a script of ours with no environment but the one it is given. */
record Shell(Path folder, Map<String, String> environment) {

  /** What a script said, and how it ended. */
  record Outcome(int code, String out, String err) {}

  /** The folder in which Whimbrel is built. */
  static Path checkout() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  Shell {
    environment = Map.copyOf(environment);
  }

  Outcome run(Path script, String... arguments) {
    try {
      return finish(start(script, arguments));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Process start(Path script, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for the end; scripts of ours say too little to fill a pipe. */
  Outcome finish(Process process) throws IOException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), out, err);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a script ran", stopped);
    }
  }

  /** Writes a script that can be run. */
  static Path script(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + text);
      file.toFile().setExecutable(true);
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Puts these tools of the system, and no others, into a folder. */
  static void tools(Path folder, String... names) {
    for (String name : names) {
      script(folder.resolve(name), "PATH=/usr/bin:/bin exec " + name + " \"$@\"\n");
    }
  }

  /** Makes a folder that passes for a JDK; its java says what it was told. */
  static Path jdk(Path home, String version) {
    script(home.resolve("bin/javac"), "exit 1\n");
    script(home.resolve("bin/java"), "for word; do printf '[%s] ' \"$word\"; done\n");
    try {
      Files.writeString(
          home.resolve("release"),
          "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
      return home;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
