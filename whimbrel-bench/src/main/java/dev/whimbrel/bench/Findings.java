package dev.whimbrel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found, a file for each job and a folder for each run.
 *
 * @param run the name of the one at hand
 */
record Findings(Path folder, String run) {
  /** Keeps what a job found, and puts all that is known together anew. */
  void keep(int place, Result result) {
    String name = name(place, result.job());
    var report = new Report(result);
    new Texts(folder.resolve(run)).write(name + ".json", report.json());
    keep(name + ".md", report.markdown());
  }

  /** Whether the run at hand found something of this job already. */
  boolean has(int place, Job job) {
    return Files.exists(folder.resolve(run).resolve(name(place, job) + ".json"));
  }

  private static String name(int place, Job job) {
    return String.format(Locale.ROOT, "%03d-", place)
        + job.title().replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** Keeps a table of its own, which comes after those of the jobs, unless there is one. */
  void keepOnce(String name, String head, Supplier<List<String>> rows) {
    String file = "table-" + name + ".md";
    if (!Files.exists(folder.resolve(run).resolve(file))) {
      System.err.println(name + " ...");
      keep(file, "\n" + head + String.join("\n", rows.get()) + "\n");
    }
  }

  private void keep(String name, String text) {
    new Texts(folder.resolve(run)).write("machine", Machine.description()).write(name, text);
    new Texts(folder).write("benchmarks.md", markdown()).write("benchmarks.json", json());
  }

  /** All runs, one below the other. */
  String markdown() {
    return Texts.resource("benchmarks.md.txt")
        + runs().stream().map(Findings::table).collect(Collectors.joining());
  }

  private String json() {
    return runs().stream()
        .flatMap(each -> new Texts(each).ending(".json").stream())
        .map(Findings::text)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String table(Path run) {
    return """

    ## Run %s

    %s

    | job | who | time | processor | memory | Whimbrel's time to it | processor |
    |---|---|---|---|---|---|---|
    """
            .formatted(run.getFileName(), text(run.resolve("machine")))
        + new Texts(run).ending(".md").stream().map(Findings::text).collect(Collectors.joining());
  }

  private List<Path> runs() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
