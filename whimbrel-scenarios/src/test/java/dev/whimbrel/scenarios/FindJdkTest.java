package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds a JDK among folders that only look like some. */
class FindJdkTest {

  @TempDir Path world;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void knowsNoJdk() {
    Path tools = world.resolve("tools");
    Shell.tools(tools, "sed", "dirname", "readlink");
    Shell.script(tools.resolve("env"), "exec /usr/bin/env\n");
    environment.put("PATH", tools.toString());
    environment.put("HOME", world.resolve("home").toString());
    environment.put("WHIMBREL_JDK_FOLDERS", world.resolve("usual").toString());
  }

  @Test
  void saysInOneSentenceThatThereIsNone() {
    Shell.Outcome outcome = find();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "Whimbrel needs a JDK of version 21 or later and found none:"
                + " install one, or set JAVA_HOME to its folder.\n");
  }

  @Test
  void takesJavaHomeFirst() {
    usual("jdk-25", "25.0.1");
    environment.put("JAVA_HOME", jdk("mine", "21").toString());

    assertFound("mine");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() {
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    environment.put("JAVA21_HOME", jdk("younger", "21.0.4").toString());

    assertFound("younger");
  }

  @Test
  void readsTheToolchainsOfMaven() throws IOException {
    Path home = jdk("from toolchains", "22");
    Path toolchains = world.resolve("home/.m2/toolchains.xml");
    Files.createDirectories(toolchains.getParent());
    Files.writeString(
        toolchains,
        "<toolchains>\n <jdkHome>/nowhere</jdkHome>\n <jdkHome> %s </jdkHome>\n</toolchains>"
            .formatted(home));

    assertFound("from toolchains");
  }

  @Test
  void takesTheNewestOfTheUsualFolders() {
    usual("a", "21.0.4");
    usual("b", "25-ea");
    usual("c", "24.0.1");

    assertFound("usual/b");
  }

  @Test
  void looksIntoTheFoldersOfMacOs() {
    usual("temurin-21.jdk/Contents/Home", "21.0.4");

    assertFound("usual/temurin-21.jdk/Contents/Home");
  }

  @Test
  void knowsThatOnePointEightIsEight() {
    usual("jdk8", "1.8.0_392");

    assertThat(find().code()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatHasNoCompiler() throws IOException {
    Files.delete(usual("jre", "25").resolve("bin/javac"));

    assertThat(find().code()).isEqualTo(2);
  }

  @Test
  void followsTheJavaOnThePath() throws IOException {
    Path java = jdk("elsewhere", "21").resolve("bin/java");
    Path alternatives = Files.createSymbolicLink(world.resolve("alternative"), java);
    Files.createSymbolicLink(world.resolve("tools/java"), alternatives);

    assertFound("elsewhere");
  }

  @Test
  void canBeAskedForAnotherVersion() {
    usual("jdk-21", "21");

    assertThat(shell().run(Shell.checkout().resolve("bin/find-jdk"), "25").err())
        .contains("version 25");
  }

  private void assertFound(String home) {
    assertThat(find()).isEqualTo(new Shell.Outcome(0, world.resolve(home).toString() + "\n", ""));
  }

  private Shell.Outcome find() {
    return shell().run(Shell.checkout().resolve("bin/find-jdk"));
  }

  private Shell shell() {
    return new Shell(world, environment);
  }

  private Path usual(String name, String version) {
    return jdk("usual/" + name, version);
  }

  private Path jdk(String name, String version) {
    return Shell.jdk(world.resolve(name), version);
  }
}
