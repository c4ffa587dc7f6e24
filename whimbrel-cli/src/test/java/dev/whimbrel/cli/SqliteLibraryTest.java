package dev.whimbrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {
  @TempDir Path folder;

  @Test
  void severalStartsAtOnceLeaveOneWholeLibrary() throws IOException {
    IntStream.range(0, 8).parallel().forEach(each -> unpack());

    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.toList();
      assertThat(left).hasSize(1);
      assertThat(left.getFirst()).isNotEmptyFile();
      assertThat(left.getFirst().getFileName().toString()).contains("sqlitejdbc");
    }
  }

  private void unpack() {
    try {
      new SqliteLibrary(folder).unpack();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
