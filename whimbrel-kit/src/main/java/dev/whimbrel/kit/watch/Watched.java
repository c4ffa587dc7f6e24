package dev.whimbrel.kit.watch;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.review.script.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts of migrations, with what was seen of them.
 *
 * @param stumbles what was refused on the way to the state before them, in the database's words
 */
public record Watched(Map<MigrationId, Script> scripts, List<String> stumbles) {
  public Watched {
    scripts = new LinkedHashMap<>(scripts);
    stumbles = List.copyOf(stumbles);
  }
}
