package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Has all contenders of a job run in turns, so that a busy moment hits each of them. Who takes long
 * runs less often, so that the whole comes to an end.
 *
 * @param ours how Whimbrel is measured, which has to come to an end
 * @param others how the others are, of which nobody waits for one that takes too long
 */
record Race(Stopwatch ours, Stopwatch others, int turns) {
  /** Milliseconds from which on a contender runs twice. */
  private static final double LONG = 4_000;

  /** Milliseconds from which on another than Whimbrel runs once. */
  private static final double VERY_LONG = 12_000;

  /** The first turn, in which caches fill, counts only for those who take long. */
  Result run(Job job) {
    var runs = new LinkedHashMap<Contender, List<Measurement>>();
    var missing = new TreeMap<String, String>();
    runs.put(job.ours(), new ArrayList<>());
    job.others().forEach(other -> runs.put(other, new ArrayList<>()));
    for (int turn = 0; turn <= turns; turn++) {
      for (Contender contender : List.copyOf(runs.keySet())) {
        if (turn < turnsOf(job, contender, runs)) {
          measure(job, contender, runs, missing);
        }
      }
    }
    return result(job, runs, missing);
  }

  private int turnsOf(Job job, Contender contender, Map<Contender, List<Measurement>> runs) {
    List<Measurement> before = runs.getOrDefault(contender, List.of());
    double first = before.isEmpty() ? 0 : before.getFirst().wall();
    if (first > VERY_LONG && contender != job.ours()) {
      return 1;
    }
    return first > LONG ? 2 : turns + 1;
  }

  private void measure(
      Job job,
      Contender contender,
      Map<Contender, List<Measurement>> runs,
      Map<String, String> missing) {
    try {
      Stopwatch stopwatch = contender == job.ours() ? ours : others;
      Measurement run = stopwatch.measure(contender.ready().get());
      runs.getOrDefault(contender, new ArrayList<>()).add(run);
    } catch (FailedException failure) {
      missing.put(contender.name(), failure.reason());
      runs.remove(contender);
    }
  }

  private Result result(
      Job job, Map<Contender, List<Measurement>> runs, Map<String, String> missing) {
    List<Measurement> whimbrel = runs.remove(job.ours());
    if (whimbrel == null) {
      throw new FailedException(job.title() + ": " + missing.get(job.ours().name()));
    }
    List<Series> all =
        runs.entrySet().stream()
            .map(entry -> new Series(entry.getKey().name(), counted(entry.getValue())))
            .toList();
    return new Result(job, new Series(job.ours().name(), counted(whimbrel)), all, missing);
  }

  private List<Measurement> counted(List<Measurement> all) {
    return all.size() > turns ? all.subList(1, all.size()) : all;
  }
}
