package dev.whimbrel.migrate.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionsTest {
  @Test
  void leaveEachStatementInItsLine() {
    var sections = new Sections("-- migrate:up\nA;\n-- migrate:down\nB;\n");

    assertThat(sections.up().sql()).isEqualTo("\nA;\n\n\n");
    assertThat(sections.up().written()).isEqualTo("A;");
    assertThat(sections.down().orElseThrow().sql()).isEqualTo("\n\n\nB;\n");
  }

  @Test
  void saySoWhereStatementsShareNoTransaction() {
    assertThat(new Sections("-- migrate:up transaction:false\nA;").up().sql())
        .isEqualTo("-- whimbrel: transaction=each\nA;\n");
    assertThat(new Sections("-- +goose NO TRANSACTION\n-- +goose Up\nA;").up().sql())
        .contains("transaction=each");
  }

  @Test
  void areAWayThereWithoutHeadings() {
    assertThat(new Sections("A;\n").up().sql()).isEqualTo("A;\n");
    assertThat(new Sections("A;\n").down()).isEmpty();
  }

  @Test
  void rememberWhoseCommentsTheyAre() {
    assertThat(new Sections("-- +goose Up\nA;").marker()).contains("+goose ");
    assertThat(new Sections("-- migrate:up\nA;").marker()).isEmpty();
  }
}
