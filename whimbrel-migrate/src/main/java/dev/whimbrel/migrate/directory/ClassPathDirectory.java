package dev.whimbrel.migrate.directory;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Migrations in a folder on the class path, in as many jars as have such a folder. */
public final class ClassPathDirectory implements MigrationDirectory {
  private final String folder;
  private final ClassLoader loader;

  /** A folder as the thread's class loader sees it. */
  public ClassPathDirectory(String folder) {
    this(
        folder,
        Optional.ofNullable(Thread.currentThread().getContextClassLoader())
            .orElse(ClassLoader.getSystemClassLoader()));
  }

  public ClassPathDirectory(String folder, ClassLoader loader) {
    this.folder = folder.replaceAll("^/+|/+$", "");
    this.loader = loader;
  }

  /**
   * @throws DirectoryException if there is no such folder: an application whose migrations were
   *     left out of its jar must not start
   */
  @Override
  public List<Migration> migrations() {
    List<URL> places = places();
    if (places.isEmpty()) {
      throw new DirectoryException(
          "There is no folder %s on the class path. Are the migrations in the jar?"
              .formatted(folder));
    }
    Map<MigrationId, Migration> found = new TreeMap<>();
    places.stream().flatMap(place -> read(place).stream()).forEach(each -> add(found, each));
    return List.copyOf(found.values());
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    return "classpath:" + folder + "/" + MigrationDirectory.super.place(id, direction);
  }

  private List<URL> places() {
    try {
      return Collections.list(loader.getResources(folder));
    } catch (IOException problem) {
      throw unreadable(problem);
    }
  }

  private List<Migration> read(URL place) {
    try {
      URI uri = place.toURI();
      return "file".equals(uri.getScheme())
          ? new WhimbrelDirectory(Path.of(uri)).migrations()
          : readJar(uri);
    } catch (IOException | URISyntaxException problem) {
      throw unreadable(problem);
    }
  }

  private List<Migration> readJar(URI uri) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return new ArrayList<>(new WhimbrelDirectory(jar.getPath("/" + folder)).migrations());
    } catch (FileSystemAlreadyExistsException open) {
      return new WhimbrelDirectory(FileSystems.getFileSystem(uri).getPath("/" + folder))
          .migrations();
    }
  }

  private void add(Map<MigrationId, Migration> found, Migration each) {
    if (found.put(each.id(), each) != null) {
      throw new DirectoryException(
          "%s is on the class path twice, in two folders named %s. Take one of them away."
              .formatted(each.id(), folder));
    }
  }

  private DirectoryException unreadable(Exception problem) {
    return new DirectoryException(
        "The folder %s on the class path cannot be read: %s."
            .formatted(folder, problem.getMessage()),
        problem);
  }
}
