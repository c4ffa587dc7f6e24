package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.SchemaSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A schema that is written in Java: source files that are compiled here, or compiled classes. */
public final class JavaSource implements SchemaSource {
  private final SchemaClasses classes;
  private final Optional<String> dialect;

  private JavaSource(SchemaClasses classes, Optional<String> dialect) {
    this.classes = classes;
    this.dialect = dialect;
  }

  /**
   * A schema in source files, which are compiled in memory.
   *
   * @param sources files, and folders of files, that end in {@code .java}
   * @param classPath jars and folders of further classes that they use
   * @param cacheFolder where compiled classes are kept, so that an unchanged schema is not compiled
   *     again
   */
  public static JavaSource ofSources(
      List<Path> sources, List<Path> classPath, Optional<Path> cacheFolder) {
    var path = new ClassPath(classPath);
    return new JavaSource(
        new CompiledSources(new SourceFiles(sources), path, cacheFolder.map(ClassCache::new)),
        Optional.empty());
  }

  /**
   * A schema in compiled classes.
   *
   * @param classPath jars and folders of classes
   * @param packageName the package in which, and below which, the schema is
   */
  public static JavaSource ofClasses(List<Path> classPath, String packageName) {
    return new JavaSource(
        new PackagedClasses(new ClassPath(classPath), packageName), Optional.empty());
  }

  /** The same schema, of which every class has to be written in the words of this dialect. */
  public JavaSource inWordsOf(String name) {
    return new JavaSource(classes, Optional.of(name));
  }

  /**
   * Reads the schema.
   *
   * @throws SchemaSourceException if it does not compile or does not fit together
   */
  @Override
  public Desired read() {
    try (LoadedClasses loaded = classes.load()) {
      return new Declarations(loaded, dialect).desired();
    }
  }
}
