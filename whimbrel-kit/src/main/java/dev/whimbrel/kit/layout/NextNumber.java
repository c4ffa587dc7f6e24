package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.directory.MigrationId;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts on as others did: the moment, the seconds since 1970, or one more. */
record NextNumber(Clock clock) {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final int MOMENT_DIGITS = 14;
  private static final int SECONDS_DIGITS = 10;

  /**
   * The number that follows.
   *
   * @param first the one to begin with where there is none yet
   */
  String after(Optional<String> last, String first) {
    return last.filter(number -> !number.isEmpty()).map(this::after).orElse(first);
  }

  /** A name that begins with the moment, as {@link #moment} has it. */
  MigrationId dated(Optional<MigrationId> last, String words) {
    return new MigrationId(moment(last.map(MigrationId::number)) + "_" + words);
  }

  /** The moment in UTC, and later than the last one. */
  String moment(Optional<String> last) {
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return MOMENT.format(
        last.flatMap(NextNumber::parsed)
            .map(moment -> moment.plusSeconds(1))
            .filter(earliest -> earliest.isAfter(now))
            .orElse(now));
  }

  private String after(String last) {
    return switch (last.length()) {
      case MOMENT_DIGITS -> moment(Optional.of(last));
      case SECONDS_DIGITS ->
          new BigInteger(last)
              .add(BigInteger.ONE)
              .max(BigInteger.valueOf(clock.instant().getEpochSecond()))
              .toString();
      default -> padded(new BigInteger(last).add(BigInteger.ONE).toString(), last.length());
    };
  }

  private static String padded(String number, int length) {
    return "0".repeat(Math.max(0, length - number.length())) + number;
  }

  private static Optional<LocalDateTime> parsed(String digits) {
    try {
      return Optional.of(LocalDateTime.parse(digits, MOMENT));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
