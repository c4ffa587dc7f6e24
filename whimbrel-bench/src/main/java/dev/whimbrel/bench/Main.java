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
      Pattern only = Pattern.compile(options.getOrDefault("only", "."));
      Report report = run(bench, race, only, Path.of(options.getOrDefault("out", work + "/out")));
      System.out.print(report.markdown());
    }
  }

  /** Writes what there is after each job, so that little is lost when it is stopped. */
  private static Report run(Bench bench, Race race, Pattern only, Path out) throws IOException {
    Map<String, Supplier<List<Job>>> groups = new TreeMap<>();
    groups.put("start", new StartJobs(bench)::jobs);
    groups.put("apply", new ApplyJobs(bench)::jobs);
    groups.put("generate", new GenerateJobs(bench)::jobs);
    groups.put("pull", new PullJobs(bench)::jobs);
    groups.keySet().removeIf(group -> !only.matcher(group).find());
    var results = new ArrayList<Result>();
    var report = new Report(Machine.description(), results);
    for (Supplier<List<Job>> group : groups.values()) {
      for (Job job : group.get()) {
        System.err.println(job.title() + " ...");
        results.add(race.run(job));
        report = new Report(Machine.description(), results);
        Files.writeString(Path.of(out + ".md"), report.markdown());
        Files.writeString(Path.of(out + ".json"), report.json());
      }
    }
    return report;
  }
}
