package dev.whimbrel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.schema.Schema;
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
    var original = session();
    load(original, Files.readString(dump));
    Schema read = inspect(original);

    var copy = session();
    make(copy, read);

    assertThat(inspect(copy)).isEqualTo(read);
    run(copy, plan(read, Schema.empty()).forward());
    assertThat(inspect(copy)).isEqualTo(Schema.empty());
  }

  private void load(ConnectionSession session, String dump) {
    String script =
        dump.lines().filter(line -> !line.startsWith("\\")).reduce("", (a, b) -> a + b + "\n");
    for (SqlStatement statement : dialect.splitter().split(script)) {
      if (!statement.sql().contains("set_config")) {
        session.execute(statement.sql());
      }
    }
  }
}
