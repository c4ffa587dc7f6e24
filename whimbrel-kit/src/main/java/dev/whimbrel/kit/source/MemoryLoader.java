package dev.whimbrel.kit.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads classes from memory; those it does not have, its parent has. */
final class MemoryLoader extends ClassLoader {
  private final Map<String, byte[]> code;

  MemoryLoader(Map<String, byte[]> code, ClassLoader parent) {
    super(parent);
    this.code = code;
  }

  Class<?> find(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("the compiler made " + name, missing);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte @Nullable [] bytes = code.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
