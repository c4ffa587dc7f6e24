package dev.whimbrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs all jobs, prints one table, and writes it as Markdown and JSON. */
final class Main {
  private Main() {}

  /**
   * Takes {@code key=value}: {@code whimbrel}, the program; {@code work}, a folder; {@code out},
   * where to write the report, without ending; {@code turns}; {@code sizes}; {@code only}, which
   * groups of jobs.
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    Path work = Path.of(options.getOrDefault("work", "target/bench")).toAbsolutePath();
    Files.createDirectories(work);
    try (var databases = new Databases(work)) {
      List<Integer> sizes =
          Stream.of(options.getOrDefault("sizes", "100,1000").split(",", -1))
              .map(Integer::valueOf)
              .toList();
      Path whimbrel = Path.of(options.getOrDefault("whimbrel", "whimbrel")).toAbsolutePath();
      var bench = new Bench(whimbrel, work, work.resolve("peers"), databases, sizes);
      var race =
          new Race(new Stopwatch(work), Integer.parseInt(options.getOrDefault("turns", "5")));
      write(
          options.get("out"), run(bench, race, Pattern.compile(options.getOrDefault("only", "."))));
    }
  }

  private static List<Result> run(Bench bench, Race race, Pattern only) {
    Map<String, Supplier<List<Job>>> groups = new TreeMap<>();
    groups.put("start", new StartJobs(bench)::jobs);
    groups.put("apply", new ApplyJobs(bench)::jobs);
    groups.put("generate", new GenerateJobs(bench)::jobs);
    groups.put("pull", new PullJobs(bench)::jobs);
    var results = new ArrayList<Result>();
    for (var group : groups.entrySet()) {
      if (only.matcher(group.getKey()).find()) {
        for (Job job : group.getValue().get()) {
          System.err.println(job.title() + " ...");
          results.add(race.run(job));
        }
      }
    }
    return results;
  }

  private static void write(@org.jspecify.annotations.Nullable String out, List<Result> results)
      throws IOException {
    var report = new Report(Machine.description(), results);
    System.out.print(report.markdown());
    if (out != null) {
      Files.writeString(Path.of(out + ".md"), report.markdown());
      Files.writeString(Path.of(out + ".json"), report.json());
    }
  }
}
