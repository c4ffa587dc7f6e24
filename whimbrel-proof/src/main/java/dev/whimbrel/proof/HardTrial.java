package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A second trial, with values that are harder to bring back.
 *
 * @param database at the state above, to be used up
 */
record HardTrial(Dialect dialect, TrialDatabase database, Schema below, Schema above) {
  /**
   * Why a way back does not lead back with such values.
   *
   * @param refusal what the database said on the way down, if it refused that
   */
  record Failed(Optional<String> refusal, List<Content.Lost> lost) {}

  /** Goes down, and up and down with more and more of them; those that cannot go up say nothing. */
  Optional<Failed> run(String up, String down) {
    Optional<String> refused = refusal(down);
    if (refused.isPresent()) {
      return Optional.of(new Failed(refused, List.of()));
    }
    for (HardValues kind : HardValues.values()) {
      new RowFiller(dialect, database.session(), below).add(kind);
      Content before = content(below);
      if (refusal(up).isPresent()) {
        return Optional.empty();
      }
      Optional<Failed> failed = back(before, content(above), down);
      if (failed.isPresent()) {
        return failed;
      }
    }
    return Optional.empty();
  }

  private Optional<Failed> back(Content before, Content between, String down) {
    Optional<String> refused = refusal(down);
    List<Content.Lost> lost =
        refused.isPresent() ? List.of() : before.lostIn(content(below), between);
    return refused.isPresent() || !lost.isEmpty()
        ? Optional.of(new Failed(refused, lost))
        : Optional.empty();
  }

  private Content content(Schema schema) {
    return Content.of(dialect, database.session(), schema);
  }

  private Optional<String> refusal(String script) {
    return new Replay(dialect).run(database.session(), script);
  }
}
