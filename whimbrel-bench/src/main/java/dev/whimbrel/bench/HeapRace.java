package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much stays on the heap while the same big work is done again and again. */
record HeapRace(Bench bench, int most) {
  private static final List<Integer> ROUNDS = List.of(1, 5, 10);

  /** Rows of a table, without its head. */
  List<String> rows() {
    var rows = new ArrayList<String>();
    for (int size : bench.sizes()) {
      var row = new StringBuilder("| " + size + " |");
      for (int rounds : ROUNDS) {
        row.append(String.format(Locale.ROOT, " %.1f |", megabytes(size, rounds)));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private double megabytes(int size, int rounds) {
    List<String> command =
        Jvm.command(
            "-Xmx" + most + "m",
            "-cp",
            System.getProperty("java.class.path"),
            HeapCall.class.getName(),
            Integer.toString(size),
            Integer.toString(rounds));
    return bench.measured(new Program(command, bench.work(), Map.of())).wall();
  }
}
