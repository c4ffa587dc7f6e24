package dev.whimbrel.migrate.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollbackCommentTest {
  @Test
  void takesWhatStandsUnderItsHeading() {
    String text =
        """
        CREATE TABLE a (id int);

        -- ============================================
        -- ROLLBACK SQL (for manual rollback if needed)
        -- ============================================
        -- ALTER TABLE b
        --   DROP COLUMN c;
        -- DROP TABLE IF EXISTS a;
        """;

    assertThat(sql(text)).isEqualTo("ALTER TABLE b\n  DROP COLUMN c;\nDROP TABLE IF EXISTS a;");
    assertThat(RollbackComment.in(text).orElseThrow().sql()).startsWith("\n\n\n\n\nALTER");
  }

  @Test
  void takesWhatStandsBehindItsWord() {
    assertThat(sql("-- Rollback: ALTER TABLE \"User\" DROP COLUMN \"mfa\";\nALTER TABLE x;"))
        .isEqualTo("ALTER TABLE \"User\" DROP COLUMN \"mfa\";");
  }

  @Test
  void takesNoProse() {
    assertThat(RollbackComment.in("-- Rollback is not possible.\n-- Drop nothing.")).isEmpty();
    assertThat(RollbackComment.in("-- rollback:\n-- ask Ann first;\nSELECT 1;")).isEmpty();
    assertThat(RollbackComment.in("SELECT 1; -- down")).isEmpty();
  }

  private static String sql(String text) {
    return RollbackComment.in(text).orElseThrow().sql().strip();
  }
}
