package dev.whimbrel.bench;

import java.util.stream.IntStream;

/** Makes a big schema, compares, plans, writes and reads it, and says what is left on the heap. */
final class HeapCall {
  private static final double MEGABYTE = 1 << 20;

  private HeapCall() {}

  /** Takes the number of tables and how often. */
  public static void main(String[] arguments) {
    var work = new InnerWork();
    work.tables = Integer.parseInt(arguments[0]);
    int done = IntStream.range(0, Integer.parseInt(arguments[1])).map(each -> round(work)).sum();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double held = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    System.out.println(done + " steps");
    System.out.println(Calls.SAID + held);
  }

  private static int round(InnerWork work) {
    work.prepare();
    return work.plan().steps().size()
        + work.differ().size()
        + work.splitter().size()
        + work.snapshotRead().schema().objects().size();
  }
}
