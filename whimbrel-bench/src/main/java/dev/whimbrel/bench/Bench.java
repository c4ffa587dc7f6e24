package dev.whimbrel.bench;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What all jobs need.
 *
 * @param whimbrel how to call it, as people download it
 * @param work where files may lie
 * @param peers where other tools are kept
 */
record Bench(Path whimbrel, Path work, Path peers, Databases databases, List<Integer> sizes) {
  Bench {
    sizes = List.copyOf(sizes);
  }

  /** A folder of that name. */
  Texts texts(String name) {
    return new Texts(work.resolve(name));
  }

  /** Whimbrel in that folder, with a cache that lies there too. */
  Program whimbrel(Texts texts, String... arguments) {
    var command = new ArrayList<>(List.of(whimbrel.toString()));
    command.addAll(List.of(arguments));
    return new Program(
        command,
        texts.folder(),
        Map.of("WHIMBREL_CACHE", texts.folder().resolve("cache").toString()));
  }

  /** Where the classes of this module are. */
  static String classes() {
    return System.getProperty("java.class.path").split(File.pathSeparator, 2)[0];
  }

  /** A JVM that starts and ends. */
  Contender emptyJvm() {
    List<String> command = Jvm.command("-cp", classes(), Nothing.class.getName());
    return Contender.of("an empty JVM", new Program(command, work, Map.of()));
  }

  /** Runs something off the clock that has to succeed. */
  void prepare(Program program) {
    var unused = measured(program);
  }

  Measurement measured(Program program) {
    return stopwatch().measure(program);
  }

  /** For what has to come to an end. */
  Stopwatch stopwatch() {
    return new Stopwatch(work, Duration.ofMinutes(10));
  }
}
