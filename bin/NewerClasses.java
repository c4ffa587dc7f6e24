import static java.lang.classfile.ClassFile.JAVA_8_VERSION;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Writes jars anew whose classes are older than Java 6, with the same code in newer class files: the JVM keeps
 * no notes of a start for older ones. Needs Java 24.
 */
record NewerClasses(JarFile jar) {
  /** Classes of Java 6 are the first whose verifier needs no search. */
  private static final int OLD = 50;

  public static void main(String[] paths) throws IOException {
    for (String path : paths) {
      Path place = Path.of(path).toAbsolutePath();
      try (var jar = new JarFile(place.toFile(), false)) {
        var newer = new NewerClasses(jar);
        if (newer.isNeeded()) {
          newer.write(place);
        }
      }
    }
  }

  private boolean isNeeded() throws IOException {
    for (JarEntry entry : entries()) {
      if (isOld(entry.getName(), bytes(entry))) {
        return true;
      }
    }
    return false;
  }

  /** Others may start from it meanwhile, so it is moved to its place as a whole. */
  private void write(Path place) throws IOException {
    Path draft = Files.createTempFile(place.getParent(), "draft-", ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(draft))) {
      for (JarEntry entry : entries()) {
        byte[] content = bytes(entry);
        out.putNextEntry(new JarEntry(entry.getName()));
        out.write(isOld(entry.getName(), content) ? newer(content) : content);
      }
    }
    Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(place));
    Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The code has to be taken apart, for old methods have no notes for the verifier and newer ones must. */
  private byte[] newer(byte[] content) {
    ClassFile format =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ConstantPoolSharingOption.NEW_POOL,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::ofJar)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassTransform version =
        (made, part) -> {
          if (part instanceof ClassFileVersion) {
            made.withVersion(JAVA_8_VERSION, 0);
          } else {
            made.with(part);
          }
        };
    ClassTransform code = ClassTransform.transformingMethodBodies((made, part) -> made.with(part));
    return format.transformClass(format.parse(content), version.andThen(code));
  }

  private InputStream ofJar(ClassDesc name) {
    String descriptor = name.descriptorString();
    JarEntry entry = jar.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<JarEntry> entries() {
    return Collections.list(jar.entries());
  }

  private byte[] bytes(JarEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }

  private static boolean isOld(String name, byte[] content) {
    return name.endsWith(".class") && ByteBuffer.wrap(content).getShort(6) < OLD;
  }
}
