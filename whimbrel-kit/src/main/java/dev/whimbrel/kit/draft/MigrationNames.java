package dev.whimbrel.kit.draft;

import dev.whimbrel.migrate.directory.MigrationId;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Names new migrations: the moment in UTC, and a word of the user's or two of ours. */
public record MigrationNames(Clock clock, RandomGenerator random) {
  private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  /**
   * The next id, which comes after the last one even if a clock went wrong.
   *
   * @throws NameException if the name holds no letter and no digit
   */
  public MigrationId next(Optional<MigrationId> last, Optional<String> name) {
    return new MigrationId(TIMESTAMP.format(moment(last)) + "_" + words(name));
  }

  /** The name in snake case; two words of ours if there is none. */
  public String words(Optional<String> name) {
    return name.map(MigrationNames::snakeCase).orElseGet(() -> Words.pair(random));
  }

  private LocalDateTime moment(Optional<MigrationId> last) {
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return last.map(id -> LocalDateTime.parse(id.number(), TIMESTAMP).plusSeconds(1))
        .filter(earliest -> earliest.isAfter(now))
        .orElse(now);
  }

  /**
   * {@code Add users' e-mail} becomes {@code add_users_e_mail}; {@code addEmail}, {@code
   * add_email}.
   */
  static String snakeCase(String name) {
    String words =
        name.replaceAll("(\\p{Ll}|\\p{N})(\\p{Lu})", "$1_$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_+|_+$", "");
    if (words.isEmpty()) {
      throw new NameException(
          "A migration cannot be named \"%s\": a name needs a letter or a digit.".formatted(name));
    }
    return words;
  }
}
