package dev.whimbrel.kit.source;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Keeps what the compiler writes in memory, with the source that each class came from. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();
  private final SortedMap<String, String> sources = new TreeMap<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  CompiledClasses compiled() {
    var code = new TreeMap<String, byte[]>();
    written.forEach((name, bytes) -> code.put(name, bytes.toByteArray()));
    return new CompiledClasses(code, sources);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
    if (sibling != null) {
      sources.put(name, sibling.getName());
    }
    return new MemoryFile(name, kind);
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
