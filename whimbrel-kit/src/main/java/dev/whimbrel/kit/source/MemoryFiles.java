package dev.whimbrel.kit.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the compiler writes in memory, with the source that each class came from, and shows it
 * classes that were compiled before.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();
  private final SortedMap<String, String> sources = new TreeMap<>();

  private final Map<String, List<JavaFileObject>> known = new HashMap<>();

  MemoryFiles(JavaFileManager files, CompiledClasses known) {
    super(files);
    known
        .code()
        .forEach((name, code) ->
            this.known
                .computeIfAbsent(packageOf(name), key -> new ArrayList<>())
                .add(new KnownFile(name, code)));
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
    List<JavaFileObject> here = known.getOrDefault(packageName, List.of());
    if (location != StandardLocation.CLASS_PATH
        || !kinds.contains(JavaFileObject.Kind.CLASS)
        || here.isEmpty()) {
      return found;
    }
    var all = new ArrayList<>(here);
    found.forEach(all::add);
    return all;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof KnownFile here ? here.className : super.inferBinaryName(location, file);
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  CompiledClasses compiled() {
    var code = new TreeMap<String, byte[]>();
    written.forEach((name, bytes) -> code.put(name, bytes.toByteArray()));
    return new CompiledClasses(code, sources, new TreeMap<>());
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
    if (sibling != null) {
      sources.put(name, sibling.getName());
    }
    return new MemoryFile(name, kind);
  }

  /** A class that was compiled before. */
  private static final class KnownFile extends SimpleJavaFileObject {
    private final String className;
    private final byte[] code;

    private KnownFile(String className, byte[] code) {
      super(
          URI.create("known:///" + className.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
      this.className = className;
      this.code = code;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(code);
    }
  }

  /** A class file that is not on any disk. */
  private final class MemoryFile extends SimpleJavaFileObject {
    private final String className;

    private MemoryFile(String className, JavaFileObject.Kind kind) {
      super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
      this.className = className;
    }

    @Override
    public OutputStream openOutputStream() {
      var bytes = new ByteArrayOutputStream();
      written.put(className, bytes);
      return bytes;
    }
  }
}
