package dev.whimbrel.postgres.spell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.ObjectName;
import org.junit.jupiter.api.Test;

class IdentifierTest {
  @Test
  void namesAreCutAfterSixtyThreeBytesButNotWithinACharacter() {
    assertThat(Identifier.cut("a".repeat(70))).hasSize(63);
    assertThat(Identifier.cut("ö".repeat(40))).isEqualTo("ö".repeat(31));
    assertThat(Identifier.cut("short")).isEqualTo("short");
  }

  @Test
  void namesOfKeysLeaveRoomForTheirEnding() {
    assertThat(Identifier.primaryKey("users")).isEqualTo("users_pkey");
    assertThat(Identifier.primaryKey("t".repeat(63))).isEqualTo("t".repeat(58) + "_pkey");
  }

  @Test
  void namesOfSequencesCutTheLongerPart() {
    ObjectName name = Identifier.sequence(ObjectName.of("t".repeat(60)), "id");
    assertThat(name.name()).isEqualTo("t".repeat(56) + "_id_seq").hasSize(63);
  }

  @Test
  void quotesAreDoubled() {
    assertThat(Identifier.quoted(new ObjectName("app", "a\"b"))).isEqualTo("\"app\".\"a\"\"b\"");
  }
}
