package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has all contenders of a job run in turns, so that a busy moment hits each of them. */
record Race(Stopwatch stopwatch, int turns) {
  /** The first turn, in which caches fill, is not counted. */
  Result run(Job job) {
    var runs = new LinkedHashMap<Contender, List<Measurement>>();
    var missing = new TreeMap<String, String>();
    runs.put(job.ours(), new ArrayList<>());
    job.others().forEach(other -> runs.put(other, new ArrayList<>()));
    for (int turn = 0; turn <= turns; turn++) {
      boolean counts = turn > 0;
      for (Contender contender : List.copyOf(runs.keySet())) {
        measure(contender, runs, missing, counts);
      }
    }
    return result(job, runs, missing);
  }

  private void measure(
      Contender contender,
      Map<Contender, List<Measurement>> runs,
      Map<String, String> missing,
      boolean counts) {
    try {
      Measurement run = stopwatch.measure(contender.ready().get());
      if (counts) {
        runs.getOrDefault(contender, new ArrayList<>()).add(run);
      }
    } catch (FailedException failure) {
      missing.put(contender.name(), failure.reason());
      runs.remove(contender);
    }
  }

  private static Result result(
      Job job, Map<Contender, List<Measurement>> runs, Map<String, String> missing) {
    List<Measurement> ours = runs.remove(job.ours());
    if (ours == null) {
      throw new FailedException(job.title() + ": " + missing.get(job.ours().name()));
    }
    List<Series> others =
        runs.entrySet().stream()
            .map(entry -> new Series(entry.getKey().name(), entry.getValue()))
            .toList();
    return new Result(job, new Series(job.ours().name(), ours), others, missing);
  }
}
