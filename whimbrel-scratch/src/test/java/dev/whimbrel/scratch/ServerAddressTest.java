package dev.whimbrel.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What becomes of the URL of a server that was named. */
class ServerAddressTest {

  @Test
  void putsAnotherDatabaseIntoTheUrl() {
    var address = ServerAddress.parse("jdbc:postgresql://db:5433/app?ssl=true", "me", "secret");
    assertThat(address.url("other")).isEqualTo("jdbc:postgresql://db:5433/other?ssl=true");
    assertThat(address.database()).isEqualTo("app");
  }

  @Test
  void keepsSecretsToItself() {
    var url = "jdbc:postgresql://db/app?user=me&password=secret&sslpassword=secret&ssl=true";
    var address = ServerAddress.parse(url, "me", "secret");
    assertThat(address.url("other")).isEqualTo("jdbc:postgresql://db/other?ssl=true");
    assertThat(address).asString().doesNotContain("secret");
  }

  @Test
  void doesWithoutADatabase() {
    var address = ServerAddress.parse("jdbc:postgresql://db/", "me", "");
    assertThat(address.url(address.database())).isEqualTo("jdbc:postgresql://db/postgres");
    assertThat(ServerAddress.parse("jdbc:postgresql:app", "me", "").url("other"))
        .isEqualTo("jdbc:postgresql:other");
  }

  @Test
  void refusesOtherDatabases() {
    assertThatThrownBy(() -> ServerAddress.parse("jdbc:mysql://db/app", "me", "secret"))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining("jdbc:postgresql://host:port/database");
  }
}
