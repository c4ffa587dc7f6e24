package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the launcher in a small checkout of its own, with a Maven and a Java that only look so.
 */
class LauncherTest {

  private static final String MAVEN =
      """
      echo "a word of Maven's that nobody should read as output"
      echo built >> "$WORLD/builds"
      sleep 0.2
      mkdir -p whimbrel-cli/target/lib
      echo jar > whimbrel-cli/target/whimbrel-cli-1.jar
      """;

  @TempDir Path world;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void checkOut() throws IOException {
    for (String file : List.of("whimbrel", "bin/find-jdk")) {
      Shell.script(checkout(file), Files.readString(Shell.checkout().resolve(file)));
    }
    source("whimbrel-cli/src/main/java/Main.java");
    Files.writeString(checkout("pom.xml"), "<project/>");
    Files.writeString(checkout("whimbrel-cli/pom.xml"), "<project/>");
    Shell.script(world.resolve("tools/mvn"), MAVEN);
    environment.put("PATH", world.resolve("tools") + ":/usr/bin:/bin");
    environment.put("HOME", world.resolve("home").toString());
    environment.put("WORLD", world.toString());
    environment.put("JAVA_HOME", Shell.jdk(world.resolve("jdk"), "21.0.4").toString());
  }

  @Test
  void buildsOnFirstUseAndKeepsThatOutOfTheOutput() {
    Shell.Outcome outcome = launch("status", "two words", "");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).startsWith("Building Whimbrel");
    assertThat(outcome.out())
        .endsWith("whimbrel-cli-1.jar] [status] [two words] [] ")
        .doesNotContain("Maven");
  }

  @Test
  void doesNotBuildAgainWhileNothingChanges() throws IOException {
    launch();

    assertThat(launch().err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException {
    launch();
    Files.setLastModifiedTime(
        source("whimbrel-cli/src/main/java/Main.java"),
        FileTime.from(Instant.now().plusSeconds(5)));

    launch();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void worksThroughALinkFromAnywhere() throws IOException {
    Path inside = Files.createSymbolicLink(checkout("link"), Path.of("whimbrel"));
    Path outside = Files.createSymbolicLink(world.resolve("whim"), inside);
    Path elsewhere = Files.createDirectory(world.resolve("elsewhere"));

    assertThat(new Shell(elsewhere, environment).run(outside).code()).isZero();
  }

  @Test
  void twoFirstUsesAtOnceBuildOnce() throws IOException {
    Shell shell = new Shell(world, environment);
    Process one = shell.start(checkout("whimbrel"));
    Process other = shell.start(checkout("whimbrel"));

    assertThat(shell.finish(one).code()).isZero();
    assertThat(shell.finish(other).code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void makesAnArchiveOfClassesOnceForABuild() {
    javaThatArchives();
    Path target = checkout("whimbrel-cli/target");

    assertThat(launch().out()).contains("[-XX:SharedArchiveFile=" + target.resolve("ready-"));
    assertThat(launch().err()).isEmpty();
    assertThat(warmUps()).isEqualTo(1);
  }

  @Test
  void makesTheArchiveAnewForAnotherJava() {
    javaThatArchives();
    launch();
    environment.put("JAVA_HOME", Shell.jdk(world.resolve("newer"), "25.0.1").toString());
    javaThatArchives();

    assertThat(launch().err()).contains("ready for this Java");
    assertThat(launch().err()).isEmpty();
    assertThat(warmUps()).isEqualTo(2);
  }

  @Test
  void loadsAllAtOnceWhereTheJavaCanAndNoCompilerIsNeeded() {
    javaThatArchives();

    assertThat(launch("status").out()).contains("[-XX:SharedArchiveFile=");

    environment.put("JAVA_HOME", Shell.jdk(world.resolve("newer"), "25.0.1").toString());
    javaThatArchives();

    assertThat(launch("status").out()).contains("short.aot] ").doesNotContain("SharedArchive");
    assertThat(launch("generate").out()).contains("[-XX:SharedArchiveFile=");
  }

  @Test
  void tellsTheDriverOfSqliteWhereItsLibraryLies() throws IOException {
    javaThatArchives();
    launch();
    Path ready = onlyFolder(checkout("whimbrel-cli/target"), "ready-");
    Files.writeString(ready.resolve("libsqlitejdbc.so"), "library");

    assertThat(launch().out())
        .contains("[-Dorg.sqlite.lib.path=" + ready, "[-Dorg.sqlite.lib.name=libsqlitejdbc.so]");
  }

  @Test
  void runsWithoutAnArchiveWhenNoneCouldBeMade() {
    assertThat(launch().out()).contains("whimbrel-cli-1.jar]").doesNotContain("SharedArchive");
    assertThat(launch().err()).isEmpty();
  }

  @Test
  void saysWhenABuildFails() {
    Shell.script(world.resolve("tools/mvn"), "echo broken; exit 1\n");

    Shell.Outcome outcome = launch();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("broken", "could not be built");
  }

  @Test
  void saysThatMavenIsMissing() throws IOException {
    Files.delete(world.resolve("tools/mvn"));
    Shell.tools(world.resolve("tools"), "dirname", "env", "sed", "find", "head", "mkdir");
    environment.put("PATH", world.resolve("tools").toString());

    Shell.Outcome outcome = launch();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("needs Maven (mvn)");
  }

  private Shell.Outcome launch(String... arguments) {
    return new Shell(world, environment).run(checkout("whimbrel"), arguments);
  }

  /** A Java that leaves an archive when it is asked to. */
  private void javaThatArchives() {
    Shell.script(
        Path.of(environment.get("JAVA_HOME"), "bin/java"),
        """
        for word; do
          printf '[%s] ' "$word"
          case $word in
            -XX:ArchiveClassesAtExit=*) echo classes > "${word#*=}"; echo warm >> "$WORLD/warm-ups" ;;
            -XX:AOTCacheOutput=*) echo classes > "${word#*=}" ;;
          esac
        done
        """);
  }

  private static Path onlyFolder(Path parent, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .findFirst()
          .orElseThrow();
    }
  }

  private long warmUps() {
    return lines("warm-ups");
  }

  private long builds() {
    return lines("builds");
  }

  private long lines(String file) {
    try {
      return Files.readAllLines(world.resolve(file)).size();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path source(String name) throws IOException {
    Files.createDirectories(checkout(name).getParent());
    return Files.writeString(checkout(name), "class Main {}");
  }

  private Path checkout(String name) {
    return world.resolve("checkout").resolve(name);
  }
}
