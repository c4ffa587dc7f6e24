package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.layout.LayoutSettings;
import dev.whimbrel.migrate.layout.UpDownDirectory;
import java.time.Clock;
import java.util.Optional;

/**
 * Knows for each layout how it goes on.
 *
 * @param dialect the name of the database
 */
public record Continuations(LayoutSettings settings, String dialect, Clock clock) {
  /** How the layout goes on; nothing for our own, which is written as a whole folder. */
  public Optional<Continuation> continuation() {
    return switch (settings.layout()) {
      case WHIMBREL -> Optional.empty();
      case DRIZZLE -> Optional.of(DrizzleContinuation.in(settings.folder(), dialect, clock));
      case PRISMA -> Optional.of(new PrismaContinuation(settings.folder(), dialect, clock));
      case NUMBERED -> Optional.of(new NumberedContinuation(settings, clock));
      case FLYWAY -> Optional.of(new FlywayContinuation(clock));
      case PAIRS -> Optional.of(new PairsContinuation(hasFolders(), clock));
      case DBMATE -> Optional.of(SectionedContinuation.in(settings.folder(), clock));
    };
  }

  private boolean hasFolders() {
    return !new UpDownDirectory(settings.folder()).migrations().isEmpty();
  }
}
