package dev.whimbrel.postgres.spell;

import java.util.Optional;
import java.util.regex.Pattern;

/** The words behind {@code CREATE SEQUENCE name}, which leave out what goes without saying. */
record SequenceText(String words) {
  private static final Pattern HEAD = Pattern.compile("CREATE SEQUENCE ((?:\"[^\"]*\"|[^ ])+)(.*)");

  static Optional<String> change(String from, String to) {
    var found = HEAD.matcher(to);
    return found.matches() && from.startsWith("CREATE SEQUENCE " + found.group(1))
        ? Optional.of(
            "ALTER SEQUENCE " + found.group(1) + new SequenceText(found.group(2)).inFull(from))
        : Optional.empty();
  }

  /** It begins anew only where no value that it had can be one of those it is going to have. */
  private String inFull(String from) {
    var old = new SequenceText(from);
    boolean apart = old.greatest() < least() || greatest() < old.least();
    return inFull() + (apart ? " RESTART" : "");
  }

  private long least() {
    return number("MINVALUE").orElse(step() > 0 ? 1L : -top() - 1);
  }

  private long greatest() {
    return number("MAXVALUE").orElse(step() > 0 ? top() : -1L);
  }

  private long top() {
    return switch (type()) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  private long step() {
    return number("INCREMENT BY").orElse(1L);
  }

  /**
   * With what goes without saying, since another value may have to give way to it. Limits are
   * numbers: beside a type, PostgreSQL takes {@code NO MINVALUE} for the least of the type.
   */
  private String inFull() {
    long step = step();
    Optional<Long> first = number(step > 0 ? "MINVALUE" : "MAXVALUE");
    return " AS %s INCREMENT BY %d MINVALUE %d MAXVALUE %d START WITH %d CACHE %d %s"
        .formatted(
            type(),
            step,
            least(),
            greatest(),
            number("START WITH").or(() -> first).orElse(step > 0 ? 1L : -1L),
            number("CACHE").orElse(1L),
            words.contains(" CYCLE") ? "CYCLE" : "NO CYCLE");
  }

  private String type() {
    var found = Pattern.compile(" AS (\\w+)").matcher(words);
    return found.find() ? found.group(1) : "bigint";
  }

  private Optional<Long> number(String word) {
    var found = Pattern.compile(word + " (-?\\d+)").matcher(words);
    return found.find() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
  }
}
