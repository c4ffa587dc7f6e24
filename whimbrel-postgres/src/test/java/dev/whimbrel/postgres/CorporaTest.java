package dev.whimbrel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Schema;
import dev.whimbrel.testkit.database.PostgresDump;
import dev.whimbrel.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of real products, where they are at hand. */
class CorporaTest extends ScratchTest {
  private static final Path FOLDER = Path.of("../../shared/corpora/final-pg");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "better-chatbot",
        "umami",
        "conductor-pg",
        "dittofeed",
        "dittofeed-prisma",
        "harbor",
        "homarr-pg",
        "langfuse",
        "memos-pg-latest",
        "trigger-dashboard-agent",
        "trigger-run-ops",
        "adventureworks"
      })
  void whatWasReadCanBeMadeAgain(String name) throws IOException {
    Path dump = FOLDER.resolve(name + ".dump.sql");
    Assumptions.assumeTrue(Files.exists(dump), "the corpora are not at hand");
    TestDatabase original = database();
    load(original.session(), Files.readString(dump));
    Schema read = inspect(original.session());

    TestDatabase copy = database();
    make(copy.session(), read);

    assertThat(inspect(copy.session())).isEqualTo(read);
    assertThat(dialect.normalizer().normalize(read)).isEqualTo(read);
    assertThat(new PostgresDump(copy.url()).text())
        .isEqualTo(new PostgresDump(original.url()).text());
    run(copy.session(), plan(read, Schema.empty()).forward());
    assertThat(inspect(copy.session())).isEqualTo(Schema.empty());
  }
}
