package dev.whimbrel.kit.source;

import dev.whimbrel.schema.dsl.TableDefinition;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** The jars and folders that classes of a schema may use, beside the words of the dialects. */
record ClassPath(List<Path> entries) {
  ClassPath {
    entries = List.copyOf(entries);
  }

  /** What a compiler has to know: the entries, and where the words of the dialects are. */
  List<Path> forCompiler() {
    Set<Path> all = new LinkedHashSet<>(entries);
    place(TableDefinition.class).ifPresent(all::add);
    ServiceLoader.load(Vocabulary.class)
        .forEach(vocabulary -> place(vocabulary.getClass()).ifPresent(all::add));
    return List.copyOf(all);
  }

  /** Loads the classes of the entries; those of Whimbrel are the ones that are running. */
  URLClassLoader loader() {
    return new URLClassLoader(
        entries.stream().map(ClassPath::url).toArray(URL[]::new), getClass().getClassLoader());
  }

  /** A line for each file, which changes when the file does. */
  List<String> state() {
    List<String> lines = new ArrayList<>();
    forCompiler().forEach(entry -> lines.addAll(state(entry)));
    return lines;
  }

  private static List<String> state(Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().map(ClassPath::line).toList();
    } catch (IOException missing) {
      return List.of(entry + " is not there");
    }
  }

  private static String line(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException missing) {
      return file + " is not there";
    }
  }

  /**
   * Asked of the class's own file: a class out of the JVM's archive may not know where it is from.
   */
  private static Optional<Path> place(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    String file = String.valueOf(type.getClassLoader().getResource(name));
    if (file.startsWith("jar:file:")) {
      return Optional.of(Path.of(URI.create(file.substring(4, file.indexOf("!/")))));
    }
    return file.startsWith("file:")
        ? Optional.of(Path.of(URI.create(file.substring(0, file.length() - name.length()))))
        : Optional.empty();
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException strange) {
      throw new SchemaSourceException(
          entry + " cannot stand on a class path; take it out of the configuration.", strange);
    }
  }
}
