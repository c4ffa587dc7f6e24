package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two schemas side by side, wherever they are. */
class DiffTest {
  private static final String SQL = "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT);\n";

  @TempDir Path folder;

  @Test
  void saysWhatLeadsFromOneToTheOther() {
    var workplace = project().file("new.sql", SQL.replace("name TEXT", "name TEXT, age INT"));
    assertThat(workplace.whimbrel("diff", "schema", "new.sql").out()).contains("age");
    assertThat(workplace.whimbrel("diff", "new.sql", "new.sql").out()).contains("No difference");
  }

  @Test
  void exportsTheWholeSchema() {
    assertThat(project().whimbrel("export").out()).contains("CREATE TABLE").contains("users");
  }

  @Test
  void findsWhatSomeoneDidToTheDatabase() {
    var workplace = project();
    workplace.whimbrel("generate", "--name", "users");
    workplace.whimbrel("migrate");
    assertThat(workplace.whimbrel("check", "--drift").exitCode()).isZero();
    workplace.file("schema.sql", SQL + "CREATE INDEX by_name ON users(name);");
    workplace.whimbrel("push");
    var drift = workplace.whimbrel("check", "--drift");
    assertThat(drift.exitCode()).isEqualTo(5);
    assertThat(drift.out()).contains("add index by_name to users");
  }

  @Test
  void saysWhichPlacesThereAre() {
    var ending = project().whimbrel("diff", "schema", "nowhere.sql");
    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err()).contains("nowhere.sql is no place of a schema");
    assertThat(project().whimbrel("diff", "schema").err()).contains("Name two places");
  }

  private Workplace project() {
    return new Workplace(folder, "")
        .file(
            "whimbrel.yaml",
            "dialect: sqlite\nschema: schema.sql\ndatabase: {url: \"sqlite:app.db\"}\n")
        .file("schema.sql", SQL);
  }
}
