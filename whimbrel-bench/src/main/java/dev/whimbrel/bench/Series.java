package dev.whimbrel.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The runs of one contender, in order. */
record Series(String name, List<Measurement> runs) {
  Series {
    runs = List.copyOf(runs);
  }

  double median(ToDoubleFunction<Measurement> what) {
    double[] sorted = sorted(what);
    return sorted[sorted.length / 2];
  }

  double least(ToDoubleFunction<Measurement> what) {
    return sorted(what)[0];
  }

  double most(ToDoubleFunction<Measurement> what) {
    double[] sorted = sorted(what);
    return sorted[sorted.length - 1];
  }

  /** How often this takes the other's time, in each turn. */
  double[] ratios(Series other, ToDoubleFunction<Measurement> what) {
    return IntStream.range(0, Math.min(runs.size(), other.runs.size()))
        .mapToDouble(
            turn -> what.applyAsDouble(runs.get(turn)) / what.applyAsDouble(other.runs.get(turn)))
        .sorted()
        .toArray();
  }

  private double[] sorted(ToDoubleFunction<Measurement> what) {
    return runs.stream().mapToDouble(what).sorted().toArray();
  }
}
