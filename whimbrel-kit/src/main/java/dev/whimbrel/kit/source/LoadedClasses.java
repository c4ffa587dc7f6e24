package dev.whimbrel.kit.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Classes that can be looked at, until they are closed.
 *
 * @param files where each top-level class is written, as far as that is known
 */
record LoadedClasses(List<Class<?>> classes, Map<String, String> files, Closeable loader)
    implements AutoCloseable {
  LoadedClasses {
    classes = List.copyOf(classes);
    files = Map.copyOf(files);
  }

  /** A class with the file that it is written in: {@code Products (schema/Products.java)}. */
  String place(Class<?> type) {
    String file = files.get(type.getName());
    return file == null ? type.getName() : type.getSimpleName() + " (" + file + ")";
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The classes of the schema could not be let go.", failure);
    }
  }
}
