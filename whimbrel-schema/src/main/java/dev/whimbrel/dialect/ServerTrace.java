package dev.whimbrel.dialect;

/** Knows what belonged to a whole server before something was tried in one of its databases. */
public interface ServerTrace {
  /**
   * Takes back what came since, as far as it was this SQL that made it and nobody else uses it. The
   * connection on which the trace began has to be open.
   */
  void takeBack(String tried);
}
