package dev.whimbrel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's library, unpacked once: its driver would do so at each start, and leave a file in the
 * temporary folder whenever it is killed.
 *
 * @param folder where it lies, or is going to
 */
record SqliteLibrary(Path folder) {
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  /** Whether the driver was told where it is, as our launchers do. */
  static boolean isKnown() {
    return System.getProperty(PATH) != null;
  }

  /** Tells the driver where it is; where it cannot be kept, all is as ever. */
  void use() {
    Path place = folder.resolve(SQLiteJDBCLoader.getVersion());
    try {
      if (!Files.isRegularFile(place.resolve(name()))) {
        new SqliteLibrary(Files.createDirectories(place)).unpack();
      }
      System.setProperty(PATH, place.toString());
      System.setProperty(NAME, name());
    } catch (IOException unwritable) {
      // the driver helps itself
    }
  }

  /** Another start may do the same meanwhile, so it is moved to its place as a whole. */
  void unpack() throws IOException {
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name();
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (library != null) {
        Path draft = Files.createTempFile(folder, "draft-", ".so");
        Files.copy(library, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, folder.resolve(name()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String name() {
    return LibraryLoaderUtil.getNativeLibName();
  }
}
