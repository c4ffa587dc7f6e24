package dev.whimbrel.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs programs as whole processes. A shell around each tells what processor time it took; the most
 * memory it held is what the kernel last said of it.
 *
 * @param folder where what they print is kept until the next one
 * @param patience how long one may take
 */
record Stopwatch(Path folder, Duration patience) {
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /**
   * Runs it once.
   *
   * @throws FailedException if it fails, with what it said
   */
  Measurement measure(Program program) {
    try {
      File said = Files.createDirectories(folder).resolve("said").toFile();
      File times = folder.resolve("times").toFile();
      long begin = System.nanoTime();
      Process shell = builder(program, said, times).start();
      double memory = peakUntilTheEnd(shell);
      double wall = (System.nanoTime() - begin) / 1e6;
      String text = Files.readString(said.toPath());
      if (shell.waitFor() != 0) {
        throw new FailedException(program, text);
      }
      return new Measurement(
          measured(text, wall), processor(Files.readString(times.toPath())), memory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a program ran", stopped);
    }
  }

  private static ProcessBuilder builder(Program program, File said, File times) {
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "\"$@\" >\"$0\" 2>&1; code=$?; times; exit $code", said.getPath()));
    command.addAll(program.command());
    var builder = new ProcessBuilder(command).directory(program.folder().toFile());
    builder.environment().putAll(program.environment());
    return builder.redirectInput(new File("/dev/null")).redirectOutput(times).redirectError(times);
  }

  /** What the program says it took, if it says so, or else how long it ran. */
  private static double measured(String said, double wall) {
    return said.lines()
        .filter(line -> line.startsWith(Calls.SAID))
        .map(line -> Double.parseDouble(line.substring(Calls.SAID.length())))
        .reduce((one, next) -> next)
        .orElse(wall);
  }

  private double peakUntilTheEnd(Process shell) throws InterruptedException {
    long peak = 0;
    long end = System.nanoTime() + patience.toNanos();
    while (!shell.waitFor(5, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > end) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new FailedException("took more than " + patience.toSeconds() + " seconds");
      }
      peak = Math.max(peak, shell.descendants().mapToLong(Stopwatch::peak).max().orElse(0));
    }
    return peak / 1024.0;
  }

  private static long peak(ProcessHandle process) {
    try {
      Matcher line = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
      return line.find() ? Long.parseLong(line.group(1)) : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Shells count in hundredths of a second, so nothing is told from half of one. */
  private static double processor(String times) {
    Matcher children = TIMES.matcher(times);
    if (!children.find()) {
      throw new IllegalStateException("the shell said no times, but " + times);
    }
    return Math.max(5, milliseconds(children, 1) + milliseconds(children, 3));
  }

  private static double milliseconds(Matcher times, int group) {
    return 60_000 * Double.parseDouble(times.group(group))
        + 1000 * Double.parseDouble(times.group(group + 1));
  }
}
