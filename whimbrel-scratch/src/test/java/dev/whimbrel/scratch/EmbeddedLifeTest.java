package dev.whimbrel.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How embedded servers come and go, whatever happens to the processes that want them. */
class EmbeddedLifeTest {
  @TempDir Path folder;

  @BeforeEach
  void opensTheFolderToAll() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void twoProcessesShareAnEmptyCache() throws Exception {
    try (var first = OtherProcess.start(folder);
        var second = OtherProcess.start(folder)) {
      assertThat(first.data()).isNotEqualTo(second.data());
      assertThat(first.end()).isZero();
      assertThat(second.end()).isZero();
    }
    assertThat(installations()).hasSize(1);
    assertThat(runs()).isEmpty();
  }

  @Test
  void twoThreadsShareAnEmptyCache() throws Exception {
    var other = Thread.ofPlatform().start(() -> ScratchServer.embedded(folder).close());
    ScratchServer.embedded(folder).close();
    other.join();
    assertThat(installations()).hasSize(1);
    assertThat(runs()).isEmpty();
  }

  @Test
  void whatWasHalfUnpackedIsDoneAgain() throws Exception {
    try (var dying = OtherProcess.start(folder)) {
      awaitPart();
      dying.kill();
    }
    assertThat(installations()).isEmpty();
    answers(folder);
    Files.delete(installations().getFirst().resolve("bin").resolve("postgres"));
    answers(folder);
    assertThat(ending(".part")).isEmpty();
  }

  @Test
  void theServerDiesWithItsProcess() throws Exception {
    var data = killed();
    assertThat(data).exists();
    ScratchServer.embedded(folder).close();
    assertThat(data).doesNotExist();
  }

  @Test
  void theServerDiesWithItsProcessWithoutSetprivToo() throws Exception {
    assertThat(Launch.ways(Launch.isRoot()).getLast().guard()).contains("watchdog");
    assertThat(killed("without setpriv")).exists();
    try (var other = OtherProcess.start(folder, "without setpriv")) {
      assertThat(other.data()).exists();
      assertThat(other.end()).isZero();
    }
    assertThat(runs()).isEmpty();
  }

  @Test
  void rootBecomesNobodyWhereItCannotBeUnmapped() {
    assumeTrue(Launch.isRoot());
    var nobody = Launch.ways(true).get(1);
    assertThat(nobody.handsOver()).isTrue();
    try (var server = ScratchServer.start(nobody, CacheFolder.at(folder, nobody))) {
      server.create().close();
    }
  }

  @Test
  void anOrdinaryUserHasACacheOfItsOwn() throws Exception {
    assumeTrue(Launch.isRoot());
    var home = Files.createDirectory(folder.resolve("home"));
    new FolderTree(home).giveTo(65534);
    try (var other = asNobody(Map.of("HOME", home.toString(), "XDG_CACHE_HOME", ""))) {
      assertThat(other.data()).startsWith(home.resolve(".cache").resolve("whimbrel"));
      assertThat(other.end()).isZero();
    }
  }

  @Test
  void whoHasNoHomeUsesTheTemporaryFolder() throws Exception {
    assumeTrue(Launch.isRoot());
    var temporary = Files.createDirectory(folder.resolve("temporary"));
    new FolderTree(temporary).giveTo(65534);
    var environment =
        Map.of(
            "HOME", "/nowhere",
            "XDG_CACHE_HOME", "",
            "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    try (var other = asNobody(environment)) {
      assertThat(other.data()).startsWith(temporary);
      assertThat(other.end()).isZero();
    }
  }

  @Test
  void aFolderThatOthersMayWriteToIsNoCache() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> ScratchServer.embedded(folder))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void anotherMachineIsToldToNameAServer() {
    assertThatThrownBy(() -> Binaries.of("Mac OS X", "aarch64"))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining("postgres-darwin-arm_64.txz")
        .hasMessageContaining("name a server of your own");
  }

  @Test
  void aServerThatDoesNotStartShowsItsLog() throws IOException {
    ScratchServer.embedded(folder).close();
    Files.writeString(
        new Installation(installations().getFirst()).template().resolve("postgresql.conf"),
        "feathers = speckled");
    assertThatThrownBy(() -> ScratchServer.embedded(folder))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining("unrecognized configuration parameter \"feathers\"");
    assertThat(runs()).isEmpty();
  }

  private Path killed(String... how) throws Exception {
    try (var other = OtherProcess.start(folder, how)) {
      var data = other.data();
      var server = ProcessHandle.of(OtherProcess.server(data)).orElseThrow();
      assertThat(server.isAlive()).isTrue();
      other.kill();
      server.onExit().get(10, TimeUnit.SECONDS);
      return data;
    }
  }

  private OtherProcess asNobody(Map<String, String> environment) throws Exception {
    var classPath = new ArrayList<Path>();
    for (var path : OtherProcess.classPath()) {
      var copy = folder.resolve("path-" + classPath.size() + "-" + path.getFileName());
      new FolderTree(path).copyTo(copy);
      new FolderTree(copy).giveTo(65534);
      classPath.add(copy);
    }
    var prefix = Launch.ways(true).get(1).identity();
    return OtherProcess.start(prefix, classPath, List.of(), environment);
  }

  private static void answers(Path cache) {
    try (var server = ScratchServer.embedded(cache)) {
      server.create().close();
    }
  }

  private void awaitPart() throws IOException, InterruptedException {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ending(".part").isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    Thread.sleep(200);
    assertThat(ending(".part")).hasSize(1);
  }

  private List<Path> ending(String ending) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).toList();
    }
  }

  private List<Path> installations() throws IOException {
    try (var paths = Files.list(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().matches("postgres-.*-[0-9a-f]{8}"))
          .toList();
    }
  }

  private List<Path> runs() throws IOException {
    try (var paths = Files.list(folder.resolve("runs"))) {
      return paths.toList();
    }
  }
}
