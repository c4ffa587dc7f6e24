package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to run PostgreSQL: not as root, which it refuses, and never longer than this process.
 *
 * @param identity words before a command that make it run as someone else
 * @param guard words before a command that end it with the thread that started it or its stdin
 * @param handsOver whether its files must be given to {@link #NOBODY}
 */
record Launch(List<String> identity, List<String> guard, boolean handsOver) {
  private static final int NOBODY = 65534;

  /** Without setpriv: the shell's child waits for our end of the pipe to close. */
  private static final String WATCHDOG =
      "exec 3<&0; (cat <&3 >/dev/null; kill -QUIT $$) & exec \"$@\" 3<&- </dev/null";

  private static final List<String> UNMAPPED = List.of("unshare", "-U", "--");
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
  private static final List<String> SIGNALLED = List.of("setpriv", "--pdeathsig", "QUIT", "--");
  private static final List<String> WATCHED = List.of("sh", "-c", WATCHDOG, "watchdog");

  Launch {
    identity = List.copyOf(identity);
    guard = List.copyOf(guard);
  }

  /** The first way that works here. */
  static Launch first() {
    return ways(isRoot()).stream().filter(Launch::works).findFirst().orElseThrow(Launch::stuck);
  }

  static List<Launch> ways(boolean root) {
    return root
        ? List.of(
            new Launch(UNMAPPED, SIGNALLED, false),
            new Launch(AS_NOBODY, SIGNALLED, true),
            new Launch(UNMAPPED, WATCHED, false))
        : List.of(new Launch(List.of(), SIGNALLED, false), new Launch(List.of(), WATCHED, false));
  }

  static boolean isRoot() {
    try {
      var self = Path.of("/proc/self");
      return Files.exists(self)
          ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
          : System.getProperty("user.name", "").equals("root");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static ScratchException stuck() {
    return new ScratchException(
        "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv (both in util-linux)"
            + " works here; run as another user, or name a server of your own");
  }

  private boolean works() {
    try {
      var process = new ProcessBuilder(guarded(List.of("true"))).start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** For a command that ends by itself. */
  List<String> plain(List<String> command) {
    return joined(identity, command);
  }

  /** For a server: it ends with the thread that starts it. */
  List<String> guarded(List<String> command) {
    return joined(identity, joined(guard, command));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Gives a folder to whom PostgreSQL will run as. */
  void handOver(FolderTree tree) throws IOException {
    if (handsOver) {
      tree.giveTo(NOBODY);
    }
  }
}
