package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is not so is found out. */
class GuideProjectTest {
  @TempDir private Path folder;

  @Test
  void aPageThatIsSoPasses() {
    assertThatCode(() -> run("```sh\n$ echo one\none\n$ false\n$ echo $?\n1\n```"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```sh\n$ echo one\ntwo\n```",
        "```sh\n$ echo one\n```",
        "```sh\n$ false\n```",
        "```sh\n$ false\n$ echo one\none\n```",
        "```sh\necho one\n```",
        "```java\nclass Lost {}\n```",
        "```sh\n$ echo one > file\n```\n\n```text shows file\ntwo\n```",
        "```sql migrations/20260101000000_lost/migration.sql\nSELECT 1;\n```",
        "~~~\n$ echo one\n~~~",
        "1. hidden\n\n    $ echo one",
        "- hidden\n\n  ```sh\n  $ echo one\n  ```"
      })
  void aPageThatIsNotFails(String page) {
    assertThatThrownBy(() -> run(page)).isInstanceOf(AssertionError.class);
  }

  @Test
  void dotsStandForWhatIsLeftOut() {
    assertThat(new Likeness(List.of("took … ms", "…", "end")).fits("took 12 ms\na\nb\nend\n"))
        .isTrue();
    assertThat(new Likeness(List.of("took … ms", "…", "end")).fits("took 12 s\nend\n")).isFalse();
    assertThat(new Likeness(List.of("one")).fits("one\ntwo\n")).isFalse();
    assertThat(new Likeness(List.of()).fits("one\n")).isFalse();
  }

  private void run(String page) throws IOException {
    Path file = Files.writeString(folder.resolve("page.md"), page + "\n");
    Path shop = Files.createDirectories(folder.resolve("shop"));
    try (var databases = new TestDatabases();
        var project = new GuideProject(shop, databases, false)) {
      project.tell(GuidePage.read(file));
    }
  }
}
