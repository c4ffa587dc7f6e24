package dev.whimbrel.kit.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.migrate.directory.MigrationId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MigrationNamesTest {
  private final MigrationNames names =
      new MigrationNames(
          Clock.fixed(Instant.parse("2026-12-31T23:59:59.9Z"), ZoneOffset.UTC), new Random(7));

  @Test
  void beginWithTheMomentInUtc() {
    assertThat(next(Optional.empty(), "init")).isEqualTo("20261231235959_init");
  }

  @Test
  void areNeverEarlierThanTheLastOne() {
    assertThat(next(Optional.of(new MigrationId("20261231235959_zebra")), "apple"))
        .isEqualTo("20270101000000_apple");
    assertThat(next(Optional.of(new MigrationId("20300101000000_x")), "y"))
        .isEqualTo("20300101000001_y");
  }

  @Test
  void areInSnakeCase() {
    assertThat(next(Optional.empty(), "Add users' e-mail")).endsWith("_add_users_e_mail");
    assertThat(next(Optional.empty(), "addEmail2User")).endsWith("_add_email2_user");
    assertThat(next(Optional.empty(), "../../größe ändern")).endsWith("_größe_ändern");
    assertThatThrownBy(() -> next(Optional.empty(), "../.."))
        .isInstanceOf(NameException.class)
        .hasMessageContaining("a letter or a digit");
  }

  @Test
  void areTwoWordsOfOursWhereNoneIsGiven() {
    for (int i = 0; i < 1000; i++) {
      assertThat(names.next(Optional.empty(), Optional.empty()).name()).matches("[a-z]+_[a-z]+");
    }
  }

  private String next(Optional<MigrationId> last, String name) {
    return names.next(last, Optional.of(name)).value();
  }
}
