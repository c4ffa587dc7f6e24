package dev.whimbrel.migrate.history;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.HistoryEntry.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Another tool left a migration half-way, and nobody knows how much of it is there. */
public final class HalfwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private HalfwayException(Claim claim) {
    super(
        "%s %s. How much of it is in the database nobody knows, so nothing was run. Look, and finish it or take it back by hand; then %s; or tell Whimbrel alone: whimbrel resolve %s --applied, or --rolled-back. Then run \"whimbrel migrate\"."
            .formatted(claim.id(), claim.reason(), claim.cure().orElse(""), claim.id()));
  }

  /** Refuses to go on if the last word on one is that it was left half-way. */
  static void refuse(List<Claim> claims) {
    Map<MigrationId, Claim> last = new LinkedHashMap<>();
    claims.forEach(claim -> last.put(claim.id(), claim));
    last.values().stream()
        .filter(claim -> claim.event() == Event.FAILED && claim.cure().isPresent())
        .findFirst()
        .ifPresent(claim -> {
          throw new HalfwayException(claim);
        });
  }
}
