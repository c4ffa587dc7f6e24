package dev.whimbrel.migrate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which tools write the way to a database. */
class ConnectionUrlTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:s3cret@db.example:5433/shop, jdbc:postgresql://db.example:5433/shop",
    "postgres://ann:s3cret@db.example/shop?sslmode=require,"
        + " jdbc:postgresql://db.example/shop?sslmode=require",
    "postgres://ann:s3cret@db.example/shop?schema=app&connection_limit=1,"
        + " jdbc:postgresql://db.example/shop?currentSchema=app",
    "postgresql://ann:s3cret@[::1]:5432/shop, jdbc:postgresql://[::1]:5432/shop",
    "'postgresql://ann:s3cret@a:1,b:2/shop', 'jdbc:postgresql://a:1,b:2/shop'",
    "jdbc:postgresql://db.example/shop?user=ann&password=s3cret&ssl=true,"
        + " jdbc:postgresql://db.example/shop?ssl=true",
    "jdbc:postgresql://ann:s3cret@db.example/shop, jdbc:postgresql://db.example/shop",
  })
  void takesTheCredentialsOut(String written, String jdbcUrl) {
    ConnectionUrl url = ConnectionUrl.parse(written);
    assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(url.user()).contains("ann");
    assertThat(url.password()).contains("s3cret");
    assertThat(url.toString()).doesNotContain("s3cret").contains("ann");
  }

  @ParameterizedTest
  @CsvSource({
    "p%40ss%2Fword, p@ss/word",
    "p@ss, p@ss",
    "p/ss, p/ss",
    "p?ss, p?ss",
    "50%, 50%",
    "a+b, a+b",
  })
  void readsPasswordsEncodedAndPlain(String written, String password) {
    ConnectionUrl url = ConnectionUrl.parse("postgres://ann:" + written + "@host/shop");
    assertThat(url.password()).contains(password);
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://host/shop");
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:app.db, jdbc:sqlite:app.db",
    "sqlite://app.db, jdbc:sqlite:app.db",
    "sqlite:///var/app.db, jdbc:sqlite:/var/app.db",
    "sqlite::memory:, jdbc:sqlite::memory:",
    "file:./dev.db, jdbc:sqlite:./dev.db",
    "file:dev.db?mode=ro, jdbc:sqlite:file:dev.db?mode=ro",
    "jdbc:sqlite:app.db, jdbc:sqlite:app.db",
  })
  void readsFiles(String written, String jdbcUrl) {
    assertThat(ConnectionUrl.parse(written))
        .isEqualTo(new ConnectionUrl(jdbcUrl, Optional.empty(), Optional.empty()));
  }

  @Test
  void saysWhatItDoesNotKnowWithoutRepeatingIt() {
    assertThatThrownBy(() -> ConnectionUrl.parse("mongodb://ann:s3cret@host/shop"))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("mongodb:")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> ConnectionUrl.parse("postgres://ann:s3cret@/shop?host=/tmp"))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("Unix socket")
        .hasMessageNotContaining("s3cret");
  }
}
