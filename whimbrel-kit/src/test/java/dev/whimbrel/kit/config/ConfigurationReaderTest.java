package dev.whimbrel.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temporary.resolve("repository/app"));
    Files.createDirectories(temporary.resolve("repository/.git"));
  }

  @Test
  void readsWhatIsThere() throws IOException {
    var configuration =
        read(
            """
            dialect: sqlite
            schema: [src/schema, More.java]
            migrations: db
            database:
              url: sqlite:app.db
            """);

    assertThat(configuration.dialect()).contains("sqlite");
    assertThat(configuration.schema())
        .contains(
            new SchemaLocation.Sources(
                List.of(folder.resolve("src/schema"), folder.resolve("More.java"))));
    assertThat(configuration.migrations().folder()).isEqualTo(folder.resolve("db"));
    assertThat(configuration.database()).contains(DatabaseSettings.of("sqlite:app.db"));
  }

  @Test
  void readsCompiledClasses() throws IOException {
    assertThat(read("schema: {classpath: target/classes, package: shop.schema}").schema())
        .contains(
            new SchemaLocation.Classes(List.of(folder.resolve("target/classes")), "shop.schema"));
  }

  @Test
  void takesAnEmptyFileForAllThatIsUsual() throws IOException {
    assertThat(read("").migrations().folder()).isEqualTo(folder.resolve("migrations"));
  }

  @Test
  void namesTheNearestKeyForAnUnknownOne() {
    assertThatThrownBy(() -> read("dialect: sqlite\n\nmigration: db\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith(
            "whimbrel.yaml, line 3: there is no key \"migration\" - did you mean \"migrations\"?");
    assertThatThrownBy(() -> read("database:\n  pasword: x\n"))
        .hasMessageContaining("line 2: there is no key \"database.pasword\"")
        .hasMessageContaining("did you mean \"password\"?");
    assertThatThrownBy(() -> read("environments:\n  ci:\n    database: {uri: x}\n"))
        .hasMessageContaining("environments.ci.database.uri");
  }

  @Test
  void saysWhereYamlIsBroken() {
    assertThatThrownBy(() -> read("dialect: sqlite\nschema: [a\nmigrations: x\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("whimbrel.yaml, line 3, column ");
  }

  @Test
  void fillsInVariablesDefaultsAndFiles() throws IOException {
    Files.writeString(folder.resolve("secret"), "from a file\n");
    Files.writeString(folder.resolve(".env"), "HOST=dotenv\nexport USER_NAME='me' # who\n");
    var database =
        read("""
        database:
          url: postgresql://${HOST}:${PORT:-5432}/app
          user: ${USER_NAME}
          password: ${file:secret}
        """)
            .database()
            .orElseThrow();

    assertThat(database)
        .isEqualTo(
            new DatabaseSettings(
                "postgresql://shell:5432/app", Optional.of("me"), Optional.of("from a file")));
    assertThat(database.toString()).doesNotContain("from a file");
  }

  @Test
  void saysWhichVariableIsMissing() {
    assertThatThrownBy(() -> read("database:\n  url: ${NOWHERE}\n"))
        .hasMessageContaining("line 2, database.url: the variable NOWHERE is not set");
  }

  @Test
  void leavesVariablesOfOtherEnvironmentsAlone() throws IOException {
    String text =
        """
        database: {url: "sqlite:dev.db"}
        environments:
          production: {protected: true, database: {url: "${NOWHERE}"}}
          ci: {}
        """;

    assertThat(read(text).database()).contains(DatabaseSettings.of("sqlite:dev.db"));
    assertThatThrownBy(() -> read(text, "production")).hasMessageContaining("NOWHERE");
    assertThatThrownBy(() -> read(text, "staging"))
        .hasMessageContaining("no environment \"staging\"")
        .hasMessageContaining("production");
  }

  @Test
  void takesDatabaseUrlWhereTheFileNamesNone() throws IOException {
    assertThat(read("dialect: sqlite").database())
        .contains(DatabaseSettings.of("sqlite:from-environment.db"));
  }

  @Test
  void isFoundUpwardToTheRootOfTheRepository() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("src/deep"));
    assertThat(ConfigurationReader.find(deep)).isEmpty();
    Files.writeString(temporary.resolve("whimbrel.yaml"), "");
    assertThat(ConfigurationReader.find(deep)).isEmpty();
    Path file = Files.writeString(folder.resolve("whimbrel.yaml"), "");

    assertThat(ConfigurationReader.find(deep)).contains(file);
  }

  private Configuration read(String text) throws IOException {
    return read(text, Optional.empty());
  }

  private Configuration read(String text, String environment) throws IOException {
    return read(text, Optional.of(environment));
  }

  private Configuration read(String text, Optional<String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("whimbrel.yaml"), text);
    var variables = Map.of("HOST", "shell", "DATABASE_URL", "sqlite:from-environment.db");
    return new ConfigurationReader(variables).read(file, environment);
  }
}
