package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures {@link InnerWork} with JMH: each part in a JVM of its own, warm. */
record InnerRace(List<Integer> sizes, int turns) {
  /** Rows of a table, without its head. */
  List<String> rows() {
    var rows = new ArrayList<String>();
    for (int size : sizes) {
      Collection<RunResult> results = results(size);
      double copying = score(results, "copy");
      results.forEach(each -> rows.add(row(size, each.getPrimaryResult(), copying)));
    }
    return rows;
  }

  private Collection<RunResult> results(int size) {
    var options =
        new OptionsBuilder()
            .include(InnerWork.class.getName())
            .param("tables", Integer.toString(size))
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(Math.max(3, turns))
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-Xmx2g")
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return new Runner(options).run();
    } catch (RunnerException failure) {
      throw new FailedException("JMH could not run it", failure);
    }
  }

  private static double score(Collection<RunResult> results, String name) {
    return results.stream()
        .map(RunResult::getPrimaryResult)
        .filter(each -> each.getLabel().equals(name))
        .mapToDouble(each -> each.getScore())
        .findFirst()
        .orElse(Double.NaN);
  }

  private String row(int size, Result<?> result, double copying) {
    double score = result.getScore();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f ± %.3f | %.2f | %s | %.0f |",
        result.getLabel(),
        size,
        score / 1000,
        result.getScoreError() / 1000,
        score / size,
        rate(size, result),
        score / copying);
  }

  /** Of those that work on the script as a whole. */
  private static String rate(int size, Result<?> result) {
    if (!List.of("splitter", "checksum", "copy").contains(result.getLabel())) {
      return "";
    }
    var work = new InnerWork();
    work.tables = size;
    work.prepare();
    return String.format(Locale.ROOT, "%.0f", work.scriptBytes() / result.getScore());
  }
}
