package dev.whimbrel.kit.checklist;

import java.util.Set;

/** What a checklist asks about, with the ids of the rules that look after it. */
enum Concern {
  FAILING("fails"),
  BREAKING(
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
      "type-change"),
  PHASED(
      "rename-column",
      "rename-table",
      "type-change-visible",
      "type-rewrite",
      "rename",
      "type-narrowing",
      "type-change"),
  LOSING(
      "drop-table",
      "drop-column",
      "drop-schema",
      "drop-cascade",
      "truncate",
      "truncate-cascade",
      "type-narrowing",
      "drop-column-and-recreate",
      "data-loss",
      "opaque-data-loss"),
  INDEXES("fk-without-index", "unindexed-column", "index-too-wide"),
  BATCHES("write-all-rows", "backfill-in-ddl-transaction"),
  LOCKS("index-not-concurrent", "unique-not-using-index", "index-blocks-writes"),
  RELATIONS("require-pk", "drop-constraint");

  @SuppressWarnings("ImmutableEnumChecker") // what Set.of gives never changes
  private final Set<String> rules;

  Concern(String... rules) {
    this.rules = Set.of(rules);
  }

  Set<String> rules() {
    return rules;
  }
}
