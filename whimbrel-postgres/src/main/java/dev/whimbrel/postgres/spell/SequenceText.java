package dev.whimbrel.postgres.spell;

import dev.whimbrel.schema.ValueSource.SequenceOptions;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words behind {@code CREATE SEQUENCE name}, which leave out what goes without saying. */
record SequenceText(String words) {
  private static final Pattern HEAD = Pattern.compile("CREATE SEQUENCE ((?:\"[^\"]*\"|[^ ])+)(.*)");

  static Optional<String> change(String from, String to) {
    var old = HEAD.matcher(from);
    var now = HEAD.matcher(to);
    return old.matches() && now.matches() && old.group(1).equals(now.group(1))
        ? Optional.of(
            "ALTER SEQUENCE "
                + now.group(1)
                + new SequenceText(now.group(2)).inFull(new SequenceText(old.group(2))))
        : Optional.empty();
  }

  /**
   * With what goes without saying, since another value may have to give way to it. Limits are
   * numbers: beside a type, PostgreSQL takes {@code NO MINVALUE} for the least of the type.
   */
  private String inFull(SequenceText old) {
    CounterRange range = range();
    long step = number("INCREMENT BY").orElse(1L);
    Optional<Long> first = number(step > 0 ? "MINVALUE" : "MAXVALUE");
    return " AS %s INCREMENT BY %d MINVALUE %d MAXVALUE %d START WITH %d CACHE %d %s%s"
        .formatted(
            type(),
            step,
            range.least(),
            range.greatest(),
            number("START WITH").or(() -> first).orElse(step > 0 ? 1L : -1L),
            number("CACHE").orElse(1L),
            words.contains(" CYCLE") ? "CYCLE" : "NO CYCLE",
            range.apart(old.range()) ? " RESTART" : "");
  }

  private CounterRange range() {
    var options =
        new SequenceOptions(
            Optional.empty(),
            number("INCREMENT BY"),
            number("MINVALUE"),
            number("MAXVALUE"),
            Optional.empty(),
            false);
    return CounterRange.of(options, TypeName.parse(type()));
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
