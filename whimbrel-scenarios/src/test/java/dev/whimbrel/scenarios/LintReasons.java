package dev.whimbrel.scenarios;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the rules of other linters are called here, and why some of their cases are not followed. */
final class LintReasons {
  private static final Map<String, List<String>> RULES =
      Map.ofEntries(
          entry(
              "adding-field-with-default",
              List.of("volatile-default", "stored-generated", "serial-identity-add")),
          entry("adding-foreign-key-constraint", List.of("fk-without-not-valid")),
          entry("adding-not-null-field", List.of("set-not-null-scan")),
          entry("adding-not-nullable-field", List.of("set-not-null-scan")),
          entry("adding-primary-key-constraint", List.of("pk-not-using-index")),
          entry(
              "adding-serial-primary-key-field",
              List.of("pk-not-using-index", "serial-identity-add")),
          entry("adding-required-field", List.of("add-required-column")),
          entry("ban-alter-domain-with-add-constraint", List.of("domain-constraint")),
          entry("ban-create-domain-with-constraint", List.of("domain-constraint")),
          entry("ban-char-field", List.of("no-char")),
          entry(
              "ban-concurrent-index-creation-in-transaction",
              List.of("concurrently-in-transaction")),
          entry("ban-drop-column", List.of("drop-column")),
          entry("ban-drop-database", List.of("drop-schema")),
          entry("ban-drop-not-null", List.of("drop-not-null")),
          entry("ban-drop-table", List.of("drop-table")),
          entry("ban-duplicate-column-assignments", List.of("duplicate-column")),
          entry("ban-truncate-cascade", List.of("truncate-cascade")),
          entry("ban-uncommitted-transaction", List.of("uncommitted-transaction")),
          entry("changing-column-type", List.of("type-change-visible", "type-rewrite")),
          entry(
              "constraint-missing-not-valid",
              List.of(
                  "check-without-not-valid",
                  "fk-without-not-valid",
                  "validate-in-same-transaction")),
          entry("disallow-unique-constraint", List.of("unique-not-using-index")),
          entry("disallowed-unique-constraint", List.of("unique-not-using-index")),
          entry("identifier-too-long", List.of("identifier-too-long")),
          entry("prefer-bigint-over-int", List.of("prefer-bigint")),
          entry("prefer-bigint-over-smallint", List.of("prefer-bigint")),
          entry("prefer-identity", List.of("prefer-identity")),
          entry("prefer-repack", List.of("cluster-vacuum-full")),
          entry("prefer-robust-stmts", List.of("robust-statements")),
          entry("prefer-text-field", List.of("prefer-text")),
          entry("prefer-timestamp-tz", List.of("prefer-timestamptz")),
          entry("prefer-timestamptz", List.of("prefer-timestamptz")),
          entry("renaming-column", List.of("rename-column")),
          entry("renaming-table", List.of("rename-table")),
          entry("require-concurrent-index-creation", List.of("index-not-concurrent")),
          entry("require-concurrent-index-deletion", List.of("drop-index-not-concurrent")),
          entry("require-concurrent-partition-detach", List.of("detach-not-concurrent")),
          entry("require-concurrent-reindex", List.of("reindex-not-concurrent")),
          entry("require-enum-value-ordering", List.of("enum-order")),
          entry("require-table-schema", List.of("qualified-names")),
          entry("require-lock-timeout", List.of("missing-lock-timeout")),
          entry("require-statement-timeout", List.of("missing-statement-timeout")),
          entry(
              "require-timeout-settings",
              List.of("missing-lock-timeout", "missing-statement-timeout")),
          entry("transaction-nesting", List.of("transaction-nesting")),
          entry("E1", List.of("check-without-not-valid", "fk-without-not-valid")),
          entry("E2", List.of("set-not-null-scan")),
          entry("E3", List.of("add-json-column")),
          entry("E4", List.of("more-after-access-exclusive", "backfill-in-ddl-transaction")),
          entry("E5", List.of("type-rewrite")),
          entry("E6", List.of("index-not-concurrent")),
          entry("E7", List.of("unique-not-using-index")),
          entry("E8", List.of("exclusion")),
          entry("E9", List.of("missing-lock-timeout")),
          entry("E10", List.of("pk-not-using-index", "type-rewrite")),
          entry("E11", List.of("serial-identity-add", "stored-generated", "volatile-default")),
          entry("E15", List.of("fk-without-index")),
          entry("W12", List.of("several-alters-one-table")),
          entry("W13", List.of("creating-enum")),
          entry("W14", List.of("pk-using-index-nullable")));

  private static final Map<String, String> REASONS =
      Map.of(
          "adding_field_with_default/docs_example_error_on_pg_11",
          "it is about servers before 11; Whimbrel begins with 12",
          "adding_not_null_field/pg11",
          "it is about servers before 12; Whimbrel begins with 12",
          "ban_concurrent_index_creation_in_transaction/squawk_disable",
          "a comment to the other linter; here it would be: whimbrel: allow",
          "prefer_repack/vacuum_full_below_pg19_ok",
          "it locks everybody out on older servers too, and that is said",
          "require_timeout_settings/fixes_preserve_cr_line_endings",
          "the case holds a string of another language, not SQL",
          "require_timeout_settings/ok_only_lock_timeout_rule_enabled",
          "only one of two rules is on there; here both are",
          "require_timeout_settings/fix_multiple_ddl_statements",
          "the script itself made the table, so nobody waits for it");

  private LintReasons() {}

  static Stream<String> rules(String theirs) {
    return RULES.getOrDefault(theirs, List.of()).stream();
  }

  /** Why a case is not followed, by its id or the beginning of it. */
  static Optional<String> of(String id, String sql) {
    if (sql.isBlank()) {
      return Optional.of("the case holds no SQL");
    }
    return REASONS.entrySet().stream()
        .filter(each -> id.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
