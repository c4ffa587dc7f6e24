package dev.whimbrel.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs jobs, prints one table, and writes it as Markdown and JSON. */
final class Main {
  private static final int MIGRATIONS = 1000;

  private static final String INNER =
      """
      Parts by themselves, warm, by JMH: milliseconds with their error, microseconds for each table, megabytes of
      SQL a second, and how often that is what copying the SQL takes.

      | part | tables | time | for a table | MB/s | to copying |
      |---|---|---|---|---|---|
      """;

  private static final String HEAP =
      """
      Megabytes on the heap after making, comparing, planning, writing and reading a schema again and again.

      | tables | once | 5 times | 10 times |
      |---|---|---|---|
      """;

  private Main() {}

  /**
   * Takes {@code key=value}: {@code whimbrel}, the program; {@code work}, a folder; {@code group}
   * and {@code job}, which jobs, as patterns; {@code run}, a name for what was measured together;
   * {@code turns}; {@code sizes}; {@code seconds}, how long a program of others may take.
   *
   * <p>Each job leaves what it found in the folder of its run, so that they can be run one by one;
   * what is there already is not measured again.
   */
  public static void main(String[] arguments) {
    Map<String, String> options = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    Path work = Path.of(options.getOrDefault("work", "target/bench")).toAbsolutePath();
    var found = new Findings(work.resolve("runs"), options.getOrDefault("run", "1"));
    try (var databases = new Databases(work.resolve("databases"))) {
      run(
          new Bench(whimbrel(options), work, work.resolve("peers"), databases, sizes(options)),
          found,
          options);
    }
    System.out.print(found.markdown());
  }

  private static void run(Bench bench, Findings found, Map<String, String> options) {
    Pattern groups = Pattern.compile(options.getOrDefault("group", ""));
    Pattern titles = Pattern.compile(options.getOrDefault("job", ""));
    var seconds = Duration.ofSeconds(Integer.parseInt(options.getOrDefault("seconds", "40")));
    int turns = Integer.parseInt(options.getOrDefault("turns", "5"));
    var race = new Race(bench.stopwatch(), new Stopwatch(bench.work(), seconds), turns);
    if (groups.matcher("inner").find()) {
      found.keepOnce("inner", INNER, () -> new InnerRace(bench.sizes(), turns).rows());
      found.keepOnce("heap", HEAP, () -> new HeapRace(bench, 2048).rows());
    }
    int place = 0;
    for (var group : groups(bench).entrySet()) {
      for (Job job : group.getValue()) {
        place++;
        if (groups.matcher(group.getKey()).find()
            && titles.matcher(job.title()).find()
            && !found.has(place, job)) {
          System.err.println(job.title() + " ...");
          keep(found, place, race, job);
        }
      }
    }
  }

  /** A job that fails must not cost us the others. */
  private static void keep(Findings found, int place, Race race, Job job) {
    try {
      found.keep(place, race.run(job));
    } catch (FailedException failure) {
      System.err.println(failure.getMessage());
    }
  }

  private static Map<String, List<Job>> groups(Bench bench) {
    var groups = new LinkedHashMap<String, List<Job>>();
    groups.put("start", new StartJobs(bench).jobs());
    groups.put("apply", new ApplyJobs(bench, MIGRATIONS).jobs());
    groups.put("call", new CallJobs(bench, MIGRATIONS).jobs());
    groups.put("generate", new GenerateJobs(bench).jobs());
    groups.put("pull", new PullJobs(bench).jobs());
    return groups;
  }

  private static Path whimbrel(Map<String, String> options) {
    return Path.of(options.getOrDefault("whimbrel", "whimbrel")).toAbsolutePath();
  }

  private static List<Integer> sizes(Map<String, String> options) {
    return Stream.of(options.getOrDefault("sizes", "100,1000,10000").split(",", -1))
        .map(Integer::valueOf)
        .toList();
  }
}
