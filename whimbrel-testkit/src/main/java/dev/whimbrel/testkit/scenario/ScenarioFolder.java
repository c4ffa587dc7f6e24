package dev.whimbrel.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** A folder of scenarios, of which each file is a test. */
public record ScenarioFolder(Path folder) {
  /** A test for each file and a group for each folder. */
  public Stream<DynamicNode> tests(Consumer<Scenario> teller) {
    return children(folder).stream().map(child -> node(child, teller));
  }

  private static DynamicNode node(Path path, Consumer<Scenario> teller) {
    String name = String.valueOf(path.getFileName());
    return Files.isDirectory(path)
        ? DynamicContainer.dynamicContainer(
            name, path.toUri(), children(path).stream().map(child -> node(child, teller)))
        : DynamicTest.dynamicTest(name, path.toUri(), () -> teller.accept(Scenario.read(path)));
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
