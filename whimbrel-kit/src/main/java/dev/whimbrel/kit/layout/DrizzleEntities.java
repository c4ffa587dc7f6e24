package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.json.Json;
import java.util.Optional;

/** Draws. */
record DrizzleEntities(String dialect) {
  Json next(Optional<Json> previous, NewMigration migration) {
    throw new IllegalStateException(dialect);
  }
}
