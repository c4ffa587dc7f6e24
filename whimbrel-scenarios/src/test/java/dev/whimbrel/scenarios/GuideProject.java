package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.scenarios.GuidePage.Block;
import dev.whimbrel.scenarios.GuidePage.Part;
import dev.whimbrel.scenarios.GuidePage.Prose;
import dev.whimbrel.scenarios.GuidePage.Samples;
import dev.whimbrel.testkit.database.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The project of one page, which is run from top to bottom. A block is
 *
 * <pre>
 * ```sh                      typed into the terminal, see {@link GuideTerminal}
 * ```java schema/Users.java  a file that is put there
 * ```sql shows PATH          what is in a file that is there
 * ```sh illustration         only shown; all of these are in illustrations.txt
 * </pre>
 *
 * and a table below {@code | Things.java | … |} is tried row by row, see {@link GuideSamples}.
 */
final class GuideProject implements AutoCloseable {
  private final Path folder;
  private final TestDatabases databases;
  private final boolean update;
  private final StandIns standIns;
  private final GuideTerminal terminal;

  GuideProject(Path folder, TestDatabases databases, boolean update) {
    this.folder = folder;
    this.databases = databases;
    this.update = update;
    this.standIns = new StandIns(folder, databases);
    this.terminal = new GuideTerminal(folder, new TypedCommands(), standIns, update);
  }

  /** The page as it should be. */
  GuidePage tell(GuidePage page) {
    List<Part> told = page.parts().stream().map(this::tell).toList();
    terminal.leave();
    return page.with(told);
  }

  private Part tell(Part part) {
    return switch (part) {
      case Prose prose -> prose;
      case Block block -> block.isIllustration() ? block : tell(block);
      case Samples samples -> new GuideSamples(folder, databases, update).tell(samples);
    };
  }

  private Block tell(Block block) {
    List<String> words = List.of(block.info().split(" "));
    if (block.info().equals("sh")) {
      return new Block("sh", terminal.run(block.body()));
    }
    assertThat(words)
        .as("this block is neither run nor an illustration: %s", block)
        .hasSizeGreaterThan(1);
    if (words.get(1).equals("shows")) {
      return shown(block, words.get(2));
    }
    write(words.get(1), String.join("\n", block.body()) + "\n");
    return block;
  }

  private Block shown(Block block, String name) {
    String actual = standIns.told(read(name));
    if (new Likeness(block.body()).fits(actual)) {
      return block;
    }
    assertThat(update).as("%s holds%n%s%nnot%n%s", name, actual, block.body()).isTrue();
    return new Block(block.info(), actual.stripTrailing().lines().toList());
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      assertThat(name.startsWith("migrations/") && Files.notExists(file))
          .as("no %s", name)
          .isFalse();
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, standIns.real(text));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    standIns.close();
  }
}
