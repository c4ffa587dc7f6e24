package dev.whimbrel.bench;

/** A program that does nothing: what is left is the start of the JVM. */
final class Nothing {
  private Nothing() {}

  public static void main(String[] arguments) {}
}
