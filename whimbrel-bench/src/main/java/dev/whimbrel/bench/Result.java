package dev.whimbrel.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a job.
 *
 * @param missing who could not be measured, and why
 */
record Result(Job job, Series ours, List<Series> others, Map<String, String> missing) {
  Result {
    others = List.copyOf(others);
    missing = new TreeMap<>(missing);
  }
}
