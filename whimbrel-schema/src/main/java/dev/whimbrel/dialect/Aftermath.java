package dev.whimbrel.dialect;

import java.util.List;

/** What is found of a statement that ran outside of a transaction when its run died. */
public sealed interface Aftermath {
  /**
   * It did what it was to do.
   *
   * @param finish statements that bring it to its end, if it came only to a point of no return
   */
  record Done(List<String> finish) implements Aftermath {
    public Done {
      finish = List.copyOf(finish);
    }
  }

  /**
   * It has to run again.
   *
   * @param removal statements that clear away what it left half-way
   */
  record Again(List<String> removal) implements Aftermath {
    public Again {
      removal = List.copyOf(removal);
    }
  }

  /** Something else is in its place, which only a person can judge. */
  record Foreign(String why) implements Aftermath {}
}
