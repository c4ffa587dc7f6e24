package dev.whimbrel.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the guide, taken apart into what is read and what is run. */
record GuidePage(Path file, List<Part> parts) {
  private static final String MARK = "```";

  GuidePage {
    parts = List.copyOf(parts);
  }

  /** A part of a page. */
  sealed interface Part {
    Stream<String> lines();
  }

  /** What is only read. */
  record Prose(String line) implements Part {
    @Override
    public Stream<String> lines() {
      return Stream.of(line);
    }
  }

  /**
   * A block between two fences.
   *
   * @param info what stands behind the first of them
   */
  record Block(String info, List<String> body) implements Part {
    Block {
      body = List.copyOf(body);
    }

    /** Whether it is shown without being run. */
    boolean isIllustration() {
      return info.endsWith(" illustration");
    }

    @Override
    public Stream<String> lines() {
      return Stream.of(Stream.of(MARK + info), body.stream(), Stream.of(MARK)).flatMap(all -> all);
    }
  }

  /** A table of code and of the SQL that it gives. */
  record Samples(List<String> head, List<String> rows) implements Part {
    Samples {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }

    /** The class that each row is put into: {@code Things}. */
    String className() {
      return head.getFirst().replaceFirst("^\\| (\\w+)\\.java \\|.*", "$1");
    }

    @Override
    public Stream<String> lines() {
      return Stream.concat(head.stream(), rows.stream());
    }
  }

  static GuidePage read(Path file) {
    try {
      return new GuidePage(file, new Reader(Files.readAllLines(file)).parts());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same page with other parts. */
  GuidePage with(List<Part> told) {
    return new GuidePage(file, told);
  }

  String text() {
    return parts.stream().flatMap(Part::lines).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Writes the file anew, where it is not as it was. */
  void write() {
    try {
      if (!Files.readString(file).equals(text())) {
        Files.writeString(file, text());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads line by line; code that hides from it, indented or between tildes, is refused. */
  private static final class Reader {
    private final List<String> lines;
    private int at;

    Reader(List<String> lines) {
      this.lines = lines;
    }

    List<Part> parts() {
      var parts = new ArrayList<Part>();
      while (at < lines.size()) {
        parts.add(next(lines.get(at++)));
      }
      return parts;
    }

    private Part next(String line) {
      if (line.startsWith(MARK)) {
        return block(line.substring(MARK.length()).strip());
      }
      if (line.matches("\\| \\w+\\.java \\|.*")) {
        return samples(line);
      }
      if (line.matches("\\s*(~~~|`{3}).*|( {4}|\\t).*")) {
        throw new AssertionError("Code stands between two lines of " + MARK + ": " + line);
      }
      return new Prose(line);
    }

    private Block block(String info) {
      var body = new ArrayList<String>();
      while (!lines.get(at).equals(MARK)) {
        body.add(lines.get(at++));
      }
      at++;
      return new Block(info, body);
    }

    private Samples samples(String title) {
      var head = List.of(title, lines.get(at++));
      var rows = new ArrayList<String>();
      while (at < lines.size() && lines.get(at).startsWith("|")) {
        rows.add(lines.get(at++));
      }
      return new Samples(head, rows);
    }
  }
}
