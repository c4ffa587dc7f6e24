package dev.whimbrel.cli;

import java.util.Optional;

/** Where the command line begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("whimbrel " + version());
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
