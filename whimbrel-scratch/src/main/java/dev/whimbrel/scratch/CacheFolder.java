package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of this user in which PostgreSQL is kept from one run to the next. */
record CacheFolder(Path path) {

  /** The one named by {@code WHIMBREL_CACHE}, or the first usable one where caches belong. */
  static CacheFolder usual(Map<String, String> environment, Launch launch) {
    var named = environment.getOrDefault("WHIMBREL_CACHE", "");
    return named.isEmpty() ? firstUsable(environment, launch) : at(Path.of(named), launch);
  }

  static CacheFolder at(Path named, Launch launch) {
    var path = named.toAbsolutePath().normalize();
    if (!usable(path, launch)) {
      throw new ScratchException(
          "The cache folder %s cannot be used: it must be writable for us, ours, and for nobody else"
                  .formatted(path)
              + " to write%s; name another"
                  .formatted(launch.handsOver() ? ", but open to all" : ""));
    }
    return new CacheFolder(path);
  }

  private static CacheFolder firstUsable(Map<String, String> environment, Launch launch) {
    var user = System.getProperty("user.name", "").replaceAll("\\W", "_");
    var temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "whimbrel-" + user);
    var home = home(environment);
    return Stream.of(home.toAbsolutePath().normalize(), temporary.toAbsolutePath().normalize())
        .filter(path -> usable(path, launch))
        .findFirst()
        .map(CacheFolder::new)
        .orElseThrow(() ->
            new ScratchException(
                "Neither %s nor %s can be used as a cache; name a folder in WHIMBREL_CACHE"
                    .formatted(home, temporary)));
  }

  private static Path home(Map<String, String> environment) {
    var caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    return caches.isEmpty()
        ? Path.of(environment.getOrDefault("HOME", "/nowhere"), ".cache", "whimbrel")
        : Path.of(caches, "whimbrel");
  }

  /** Others must not have been able to put programs there that we would run. */
  private static boolean usable(Path path, Launch launch) {
    try {
      Files.createDirectories(path);
      return owned(path) && (!launch.handsOver() || open(path));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean owned(Path path) throws IOException {
    var probe = Files.createTempFile(path, "probe", "");
    try {
      return Files.getOwner(path).equals(Files.getOwner(probe))
          && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
    } finally {
      Files.delete(probe);
    }
  }

  private static boolean open(Path path) throws IOException {
    for (var folder = path; folder != null; folder = folder.getParent()) {
      if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
