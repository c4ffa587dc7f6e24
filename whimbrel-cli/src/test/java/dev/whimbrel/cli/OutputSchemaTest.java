package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --json} prints is what {@code output.schema.json} says. */
class OutputSchemaTest {
  @TempDir Path folder;
  private Workplace workplace;
  private JsonSchema schema;

  @BeforeEach
  void makeWorkplace() throws IOException {
    workplace = Workplace.sqlite(folder);
    try (InputStream stream = Main.class.getResourceAsStream("reference/output.schema.json")) {
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
    }
  }

  @Test
  void isFulfilledOnTheMainRoad() {
    fulfils("generate", "--dry-run");
    fulfils("generate", "--name", "init");
    fulfils("generate");
    fulfils("status", "--offline");
    fulfils("status");
    fulfils("migrate", "--dry-run");
    fulfils("migrate");
    fulfils("status");
    fulfils("check", "--drift");
    fulfils("diff", "migrations", "schema");
    fulfils("export");
    fulfils("review", "init");
    fulfils("prove");
    fulfils("status");
    fulfils("pull", "--java", "pulled");
    fulfils("create", "more");
    fulfils("dev", "--create-only");
    fulfils("rollback", "--dry-run");
    fulfils("rollback");
    fulfils("completion");
  }

  @Test
  void isFulfilledAtTheBeginning() {
    fulfils("init", "--dialect", "sqlite", "--force");
    fulfils("init");
    fulfils("migrate");
    fulfils("pull");
  }

  @Test
  void isFulfilledOnTheSideRoads() {
    workplace.whimbrel("generate", "--name", "init");
    workplace.whimbrel("migrate");
    workplace.sql("INSERT INTO users (id, name) VALUES (1, 'Ada')");
    fulfils("rollback");
    fulfils("resolve", "init", "--rolled-back");
    fulfils("baseline");
    workplace.file("schema/Users.java", Workplace.USERS.replace("name", "fullName"));
    fulfils("generate");
    workplace.file("whimbrel.yaml", "colour: red\n");
    fulfils("status");
    fulfils("statsu");
    fulfils("status", "--ofline");
  }

  @Test
  void isFulfilledByAMigrationThatFails() {
    workplace.whimbrel("create", "broken");
    Path script = workplace.migration("broken").resolve("migration.sql");
    workplace.file(folder.relativize(script).toString(), "CREATE TABEL b;\n");
    fulfils("migrate");
    fulfils("status");
    fulfils("review");
    fulfils("prove");
    fulfils("check");
    fulfils("diff", "nowhere", "schema");
  }

  @Test
  void refusesWhatIsNotSo() {
    assertThat(messages("{\"command\": \"status\", \"status\": \"done\"}")).isNotEmpty();
    assertThat(messages("{\"command\": \"migrate\", \"status\": \"done\", \"applied\": [1]}"))
        .isNotEmpty();
  }

  private void fulfils(String... arguments) {
    var withJson = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, withJson, 0, arguments.length);
    withJson[arguments.length] = "--json";
    String json = workplace.whimbrel(withJson).out();

    assertThat(json).hasLineCount(1);
    assertThat(messages(json)).as(json).isEmpty();
  }

  private Set<ValidationMessage> messages(String json) {
    return schema.validate(json, InputFormat.JSON);
  }

  /** A schema of the file that editors know is as much as the file of the guide asks. */
  @Test
  void theFileOfTheGuideIsAsItsOwnSchemaSays() throws IOException {
    String page = Files.readString(Path.of("../docs/guide/configuration.md"));
    var file = Pattern.compile("(?s)```yaml whimbrel.yaml\n(.*?)```").matcher(page);
    assertThat(file.find()).isTrue();
    JsonSchema ofFile =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("../docs/reference/whimbrel.schema.json")));
    assertThat(ofFile.validate(file.group(1), InputFormat.YAML)).isEmpty();
    assertThat(ofFile.validate("colour: red\n", InputFormat.YAML)).isNotEmpty();
  }
}
