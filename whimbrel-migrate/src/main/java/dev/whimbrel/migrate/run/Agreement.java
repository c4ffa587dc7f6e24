package dev.whimbrel.migrate.run;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.history.Gist;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there is nothing to do and nothing to say, which is what most starts find. Whoever hears
 * no asks {@link Standing} for the rest. Plain loops, since an application waits for them before
 * anything is compiled.
 */
final class Agreement {
  private final Map<MigrationId, String> applied = new HashMap<>();
  private final Set<MigrationId> halfway = new HashSet<>();

  private Agreement() {}

  /** Whether all that is in the directory is applied as it is, and nothing else is known of. */
  static boolean isWhole(List<Migration> migrations, Optional<List<Gist>> lines) {
    return lines.isPresent() && isWhole(migrations, lines.get());
  }

  private static boolean isWhole(List<Migration> migrations, List<Gist> lines) {
    var agreement = new Agreement();
    for (Gist line : lines) {
      agreement.note(line);
    }
    return agreement.isOn(migrations);
  }

  private void note(Gist line) {
    switch (line.event()) {
      case APPLIED -> {
        applied.put(line.id(), line.checksum());
        halfway.remove(line.id());
      }
      case ROLLED_BACK -> {
        applied.remove(line.id());
        halfway.remove(line.id());
      }
      case ANNOUNCED, DONE -> halfway.add(line.id());
      case FAILED -> {}
    }
  }

  private boolean isOn(List<Migration> migrations) {
    if (!halfway.isEmpty() || applied.size() != migrations.size()) {
      return false;
    }
    for (Migration migration : migrations) {
      if (!migration.up().checksum().equals(applied.remove(migration.id()))) {
        return false;
      }
    }
    return true;
  }
}
