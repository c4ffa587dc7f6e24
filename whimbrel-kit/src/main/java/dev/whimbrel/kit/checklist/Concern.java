package dev.whimbrel.kit.checklist;

import java.util.Set;

/** What a checklist asks about. */
enum Concern {
  FAILING,
  BREAKING,
  PHASED,
  LOSING,
  INDEXES,
  BATCHES,
  LOCKS,
  RELATIONS;

  /** The ids of the rules that look after it. */
  Set<String> rules() {
    return switch (this) {
      case FAILING -> Set.of("fails");
      case BREAKING ->
          Set.of(
              "drop-table",
              "drop-column",
              "drop-schema",
              "drop-read-by-old-code",
              "rename-table",
              "rename-column",
              "rename-schema",
              "rename-enum-value",
              "type-change-visible",
              "set-not-null-old-writers",
              "add-required-column",
              "add-unique-old-writers",
              "drop-not-null",
              "drop-default",
              "add-identity-always",
              "data-loss",
              "rename",
              "required-column",
              "type-change");
      case PHASED ->
          Set.of(
              "rename-column",
              "rename-table",
              "type-change-visible",
              "type-rewrite",
              "rename",
              "type-narrowing",
              "type-change");
      case LOSING ->
          Set.of(
              "drop-table",
              "drop-column",
              "drop-schema",
              "drop-cascade",
              "truncate",
              "truncate-cascade",
              "type-narrowing",
              "drop-column-and-recreate",
              "data-loss",
              "opaque-data-loss");
      case INDEXES -> Set.of("fk-without-index", "unindexed-column", "index-too-wide");
      case BATCHES -> Set.of("write-all-rows", "backfill-in-ddl-transaction");
      case LOCKS -> Set.of("index-not-concurrent", "unique-not-using-index", "index-blocks-writes");
      case RELATIONS -> Set.of("require-pk", "drop-constraint");
    };
  }
}
