package dev.whimbrel.cli;

import java.io.PrintStream;

/** Where in the program a failure came from: types and places, never messages with secrets. */
record Trace(Throwable failure) {
  void print(PrintStream err) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      err.println(each.getClass().getName());
      for (StackTraceElement place : each.getStackTrace()) {
        err.println("    at " + place);
      }
    }
  }
}
