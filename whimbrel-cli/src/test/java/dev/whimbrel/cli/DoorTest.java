package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
  private static final String RENAMED = Workplace.USERS.replace("name", "fullName");

  @TempDir Path folder;
  private Workplace workplace;

  @BeforeEach
  void makeWorkplace() {
    workplace = Workplace.sqlite(folder);
  }

  @Test
  void goesFromASchemaToADatabaseAndBack() throws IOException {
    var generated = workplace.whimbrel("generate", "--name", "Add users");
    assertThat(generated.exitCode()).isZero();
    assertThat(generated.out()).contains("20260304050607_add_users").contains("create table users");
    assertThat(workplace.whimbrel("status", "--check").exitCode()).isEqualTo(4);
    assertThat(workplace.whimbrel("migrate").out())
        .isEqualTo(
            "made the database %s\napplied 20260304050607_add_users\n"
                .formatted(folder.resolve("app.db")));
    assertThat(workplace.whimbrel("status").out()).endsWith("applied  2026-03-04 05:06:07 UTC\n");
    assertThat(workplace.whimbrel("status", "--check").exitCode()).isZero();
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
    assertThat(workplace.whimbrel("rollback").out())
        .isEqualTo("took back 20260304050607_add_users\n");
    assertThat(workplace.whimbrel("status").out()).contains("pending");
    assertThat(Files.readString(workplace.migration("add_users").resolve("down.sql")))
        .startsWith("-- Takes back 20260304050607_add_users.\n")
        .contains("--   the rows of table users");
  }

  @Test
  void putsEachMigrationAfterTheLast() {
    workplace.whimbrel("generate", "--name", "one");
    workplace.whimbrel("create", "two", "words");

    assertThat(workplace.whimbrel("status", "--offline").out())
        .isEqualTo("20260304050607_one\n20260304050608_two_words\n");
  }

  @Test
  void writesNothingInADryRun() {
    var before = workplace.files();
    var ending = workplace.whimbrel("generate", "--dry-run");

    assertThat(ending.out()).contains("CREATE TABLE");
    assertThat(ending.exitCode()).isZero();
    assertThat(workplace.files()).isEqualTo(before);
  }

  @Test
  void asksForADecisionAndSaysWhichLinesAnswer() {
    workplace.whimbrel("generate", "--name", "init");
    workplace.file("schema/Users.java", RENAMED);
    var before = workplace.files();
    var ending = workplace.whimbrel("generate");

    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err())
        .contains("rename column users.name to fullName\nadd column users.fullName\n");
    assertThat(ending.out()).isEmpty();
    assertThat(workplace.files()).isEqualTo(before);
  }

  @Test
  void takesADecisionFromAFile() {
    workplace.whimbrel("generate", "--name", "init");
    workplace
        .file("schema/Users.java", RENAMED)
        .file("decisions.txt", "# why\nrename column users.name to fullName\n");
    var ending = workplace.whimbrel("generate", "--decisions", "decisions.txt");

    assertThat(ending.exitCode()).isZero();
    assertThat(ending.out()).contains("rename column users.name to fullName");
    assertThat(workplace.whimbrel("migrate").exitCode()).isZero();
  }

  @Test
  void takesADecisionFromThePersonAtTheTerminal() {
    workplace.whimbrel("generate", "--name", "init");
    var ending = workplace.file("schema/Users.java", RENAMED).answering("1\n").whimbrel("generate");

    assertThat(ending.exitCode()).isZero();
    assertThat(ending.err()).contains("1) rename column users.name to fullName");
    assertThat(ending.out()).contains("rename column users.name to fullName");
  }

  @Test
  void reviewsARenameAsARename() {
    workplace.whimbrel("generate", "--name", "init");
    String hinted = RENAMED.replace(".notNull()", ".notNull().renamedFrom(\"name\")");
    workplace.file("schema/Users.java", hinted).whimbrel("generate", "--name", "renamed");
    var ending = workplace.whimbrel("review", "renamed");

    assertThat(ending.exitCode()).isEqualTo(6);
    assertThat(ending.out()).contains("1 finding").contains("[rename]").doesNotContain("data-loss");
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
  }

  @Test
  void pullsWhatWasMigrated() {
    workplace.whimbrel("generate", "--name", "init");
    workplace.whimbrel("migrate");
    var ending = workplace.whimbrel("pull", "--java", "pulled", "--sql", "pulled.sql");

    assertThat(ending.exitCode()).isZero();
    workplace.file(
        "whimbrel.yaml", "dialect: sqlite\nschema: pulled\ndatabase: {url: \"sqlite:app.db\"}\n");
    assertThat(workplace.whimbrel("generate").out()).startsWith("Nothing to do");
    var again = workplace.whimbrel("pull", "--java", "pulled");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("nothing was written").contains("--force");
  }

  @Test
  void beginsAProjectThatWorks() throws IOException {
    var empty = new Workplace(Files.createDirectory(folder.resolve("new")), "");

    assertThat(empty.whimbrel("init", "--dialect", "sqlite").exitCode()).isZero();
    assertThat(empty.whimbrel("generate", "--name", "init").exitCode()).isZero();
    assertThat(empty.whimbrel("migrate").exitCode()).isZero();
    assertThat(empty.whimbrel("init").exitCode()).isEqualTo(1);
  }

  @Test
  void answersProgramsWithOneObject() {
    assertThat(workplace.whimbrel("--json", "generate", "--name", "init").out())
        .startsWith("{\"command\": \"generate\", \"status\": \"written\", \"migration\":")
        .hasLineCount(1);
    assertThat(workplace.whimbrel("migrate", "--json").out())
        .isEqualTo(
            "{\"command\": \"migrate\", \"status\": \"done\", \"madeDatabase\": \"%s\", \"applied\":"
                    .formatted(folder.resolve("app.db"))
                + " [\"20260304050607_init\"], \"outOfOrder\": [], \"pending\": []}\n");
    assertThat(workplace.whimbrel("migrate", "--to", "nothing", "--json").out())
        .contains("\"error\": {\"code\": \"configuration\", \"summary\": \"There is no migration");
  }

  @Test
  void givesCommandsThatRunWhereverItWasCalled() {
    var called = CalledAs.of("../bin/whimbrel", List.of("migrate", "status"));

    assertThat(called.in("Mend it, then run \"whimbrel migrate\"; next: whimbrel status --json"))
        .isEqualTo(
            "Mend it, then run \"../bin/whimbrel migrate\"; next: ../bin/whimbrel status --json");
    assertThat(called.in("/opt/whimbrel status of my-whimbrel migrate, whimbrel.yaml"))
        .isEqualTo("/opt/whimbrel status of my-whimbrel migrate, whimbrel.yaml");
  }

  @Test
  void asksThePersonAtTheTerminalForConsent() {
    workplace.whimbrel("generate", "--name", "init");
    workplace.whimbrel("migrate");
    workplace.sql("INSERT INTO users (id, name) VALUES (1, 'Ada')");

    assertThat(workplace.answering("no\n").whimbrel("rollback").exitCode()).isEqualTo(3);
    var ending = workplace.answering("users\n").whimbrel("rollback");
    assertThat(ending.err()).contains("all of it would be lost: users").contains("type users");
    assertThat(ending.exitCode()).isZero();
  }

  @Test
  void completesCommandsInAShell() {
    assertThat(workplace.whimbrel("completion").out()).contains("migrate", "--dry-run", "complete");
  }

  @Test
  void suggestsTheNearestCommand() {
    var ending = workplace.whimbrel("migrat");

    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err()).contains("Did you mean \"migrate\"?");
    assertThat(workplace.whimbrel("status", "--ofline").err())
        .contains("Did you mean \"--offline\"?")
        .contains("next: whimbrel status --help");
    assertThat(workplace.whimbrel("status", "--help").out()).contains("whimbrel status --check");
    assertThat(workplace.whimbrel("info", "--offline").exitCode()).isZero();
  }
}
