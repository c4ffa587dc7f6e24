package dev.whimbrel.scratch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A tar archive of folders, files and symbolic links: as much of tar as PostgreSQL comes in. */
record TarArchive(InputStream bytes) {
  private static final int BLOCK = 512;
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");

  void unpackTo(Path target) throws IOException {
    for (var header = block(); header[0] != 0; header = block()) {
      var size = Integer.parseInt(text(header, 124, 12), 8);
      unpack(header, size, inside(target, name(header)));
      bytes.skipNBytes(Math.floorMod(-size, BLOCK));
    }
  }

  private byte[] block() throws IOException {
    var block = bytes.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException("the archive ends early");
    }
    return block;
  }

  private void unpack(byte[] header, int size, Path path) throws IOException {
    Files.createDirectories(path.getParent() == null ? path : path.getParent());
    switch (header[156]) {
      case '5' -> Files.createDirectories(path);
      case '2' -> link(path, text(header, 157, 100));
      case '0', 0 -> file(path, size, Integer.parseInt(text(header, 100, 8), 8));
      default -> throw new IOException("the archive holds a %c".formatted(header[156]));
    }
  }

  private static void link(Path path, String destination) throws IOException {
    if (destination.contains("/")) {
      throw new IOException("the archive links to " + destination);
    }
    Files.createSymbolicLink(path, Path.of(destination));
  }

  private void file(Path path, int size, int mode) throws IOException {
    var content = bytes.readNBytes(size);
    if (content.length < size) {
      throw new EOFException("the archive ends within " + path);
    }
    Files.write(path, content);
    if ((mode & 0100) != 0) {
      Files.setPosixFilePermissions(path, PROGRAM);
    }
  }

  private static String name(byte[] header) {
    var posix = header[262] == 0 && text(header, 257, 6).equals("ustar"); // GNU has times there
    var prefix = posix ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
  }

  private static Path inside(Path target, String name) throws IOException {
    var path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive leads outside: " + name);
    }
    return path;
  }

  private static String text(byte[] header, int start, int length) {
    return new String(header, start, length, StandardCharsets.US_ASCII).split("\0", 2)[0].strip();
  }
}
