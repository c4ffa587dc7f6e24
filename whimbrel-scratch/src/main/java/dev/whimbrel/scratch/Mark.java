package dev.whimbrel.scratch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The comment by which we know a database again as one that we made. */
record Mark(String owner, Instant expiry) {
  private static final Duration LIFE = Duration.ofDays(1);
  private static final Pattern TEXT =
      Pattern.compile("whimbrel scratch database, owner ([0-9a-f-]{36}), expires (\\d{10})");

  static Mark fresh(Instant now) {
    return new Mark(
        UUID.randomUUID().toString(), Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond()));
  }

  static Optional<Mark> parse(String comment) {
    var match = TEXT.matcher(comment);
    if (!match.matches()) {
      return Optional.empty();
    }
    var expiry = Instant.ofEpochSecond(Long.parseLong(match.group(2)));
    return Optional.of(new Mark(match.group(1), expiry));
  }

  String text() {
    return "whimbrel scratch database, owner " + owner + ", expires " + expiry.getEpochSecond();
  }
}
