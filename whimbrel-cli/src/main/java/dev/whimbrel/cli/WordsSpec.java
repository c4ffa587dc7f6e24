package dev.whimbrel.cli;

/**
 * Words without a dash that a command takes.
 *
 * @param label stands for one of them
 * @param least how many there have to be
 * @param most how many there may be
 */
record WordsSpec(String label, int least, int most, String about) {
  /** As the help has it: {@code [NAME]} or {@code NAME...}. */
  String shown() {
    String word = most > 1 ? label + "..." : label;
    return least == 0 ? "[" + word + "]" : word;
  }
}
