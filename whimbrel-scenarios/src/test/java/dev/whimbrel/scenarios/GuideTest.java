package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.scenarios.GuidePage.Block;
import dev.whimbrel.testkit.database.SharedDatabases;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README and the guide say what is so: each page is run from top to bottom. {@code
 * -Dwhimbrel.update=true} writes what is printed into the pages.
 */
@ExtendWith(SharedDatabases.class)
class GuideTest {
  private static final Path ROOT = Path.of("..");
  private static final Path GUIDE = ROOT.resolve("docs/guide");
  private static final Path ILLUSTRATIONS = Path.of("src/test/resources/illustrations.txt");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  private final TestDatabases databases;
  private final boolean update = Boolean.getBoolean("whimbrel.update");

  GuideTest(TestDatabases databases) {
    this.databases = databases;
  }

  @TestFactory
  Stream<DynamicTest> eachPageIsSo(@TempDir Path folder) throws IOException {
    return pages().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), file.toUri(), () -> tell(file, folder)));
  }

  @Test
  void whatIsNotRunIsKnown() throws IOException {
    List<String> shown = pages().stream().flatMap(GuideTest::illustrations).toList();
    if (update) {
      Files.write(ILLUSTRATIONS, shown);
    }
    assertThat(shown).isEqualTo(Files.readAllLines(ILLUSTRATIONS));
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    for (Path page : pages()) {
      assertThat(links(page)).as(page.toString()).allSatisfy(link -> assertThat(link).exists());
    }
  }

  @Test
  void everyPageIsInTheContents() throws IOException {
    List<Path> listed =
        links(GUIDE.resolve("README.md")).map(link -> link.toAbsolutePath().normalize()).toList();
    assertThat(listed)
        .containsAll(
            pages().stream()
                .filter(page -> !page.endsWith("README.md"))
                .map(page -> page.toAbsolutePath().normalize())
                .toList());
  }

  private void tell(Path file, Path folder) throws IOException {
    Path shop = Files.createDirectories(Files.createTempDirectory(folder, "page").resolve("shop"));
    try (var project = new GuideProject(shop, databases, update)) {
      GuidePage told = project.tell(GuidePage.read(file));
      if (update) {
        told.write();
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (var pages = Files.list(GUIDE)) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .toList();
    }
  }

  private static String name(Path page) {
    return ROOT.relativize(page).toString();
  }

  private static Stream<String> illustrations(Path page) {
    return GuidePage.read(page).parts().stream()
        .filter(Block.class::isInstance)
        .map(Block.class::cast)
        .filter(Block::isIllustration)
        .map(block -> name(page) + ": " + block.body().getFirst());
  }

  private static Stream<Path> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> page.resolveSibling(link.group(1)));
  }
}
