package dev.whimbrel.kit.source;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of one package, and those below it, on a class path. */
record PackagedClasses(ClassPath classPath, String packageName) implements SchemaClasses {
  private static final String ENDING = ".class";

  @Override
  public LoadedClasses load() {
    List<String> names = new ArrayList<>();
    classPath.entries().forEach(entry -> names.addAll(names(entry)));
    if (names.isEmpty()) {
      throw new SchemaSourceException(
          "There is no class in the package %s on the class path %s; compile the schema first, or name another package."
              .formatted(packageName, classPath.entries()));
    }
    URLClassLoader loader = classPath.loader();
    List<Class<?>> classes = new ArrayList<>();
    names.forEach(name -> classes.add(loaded(loader, name)));
    return new LoadedClasses(classes, Map.of(), loader);
  }

  private static Class<?> loaded(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError failure) {
      throw new SchemaSourceException(
          "The class %s cannot be loaded (%s); put what it needs on the class path."
              .formatted(name, failure),
          failure);
    }
  }

  private List<String> names(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        return below(entry);
      }
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        return below(jar.getPath("/"));
      }
    } catch (IOException failure) {
      throw new SchemaSourceException(
          "%s on the class path cannot be read: %s".formatted(entry, failure.getMessage()),
          failure);
    }
  }

  private List<String> below(Path root) throws IOException {
    Path folder = root.resolve(packageName.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(ENDING) && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ENDING.length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }
}
