package dev.whimbrel.kit.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps compiled classes in a folder, so that an unchanged schema starts no compiler. */
record ClassCache(Path folder) {
  private static final int KEPT = 10;
  private static final String ENDING = ".classes";

  /** What was kept under this key; a file that cannot be read counts as none. */
  Optional<CompiledClasses> find(String key) {
    return read(folder.resolve(key + ENDING));
  }

  /** What was kept last under a key that begins so. */
  Optional<CompiledClasses> last(String beginning) {
    try {
      return kept().stream()
          .filter(file -> String.valueOf(file.getFileName()).startsWith(beginning))
          .findFirst()
          .flatMap(ClassCache::read);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<CompiledClasses> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return Optional.of(read(in));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps the classes if the folder can be written to, and gives them back in any case. */
  CompiledClasses keep(String key, CompiledClasses compiled) {
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, key, ".draft");
      try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
        write(out, compiled);
      }
      Files.move(draft, folder.resolve(key + ENDING), StandardCopyOption.REPLACE_EXISTING);
      forgetOldest();
      return compiled;
    } catch (IOException unwritable) {
      return compiled;
    }
  }

  private static CompiledClasses read(DataInputStream in) throws IOException {
    var code = new TreeMap<String, byte[]>();
    var files = new TreeMap<String, String>();
    var digests = new TreeMap<String, String>();
    for (int left = in.readInt(); left > 0; left--) {
      digests.put(in.readUTF(), in.readUTF());
    }
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      files.put(name, in.readUTF());
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      code.put(name, bytes);
    }
    return new CompiledClasses(code, files, digests);
  }

  private static void write(DataOutputStream out, CompiledClasses compiled) throws IOException {
    out.writeInt(compiled.digests().size());
    for (var entry : compiled.digests().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
    out.writeInt(compiled.code().size());
    for (var entry : compiled.code().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(compiled.files().getOrDefault(entry.getKey(), ""));
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
  }

  private void forgetOldest() throws IOException {
    for (Path old : kept().stream().skip(KEPT).toList()) {
      Files.deleteIfExists(old);
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing(ClassCache::age).reversed())
          .toList();
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
