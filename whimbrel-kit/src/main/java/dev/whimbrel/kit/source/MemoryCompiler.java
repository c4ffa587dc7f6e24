package dev.whimbrel.kit.source;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles source files without writing a class file. */
record MemoryCompiler(ClassPath classPath) {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-nowarn", "-implicit:none", "-g:source,lines");

  /**
   * The classes of these files.
   *
   * @throws SchemaSourceException with what the compiler says, if it refuses
   */
  CompiledClasses compile(List<Path> files) {
    JavaCompiler compiler = compiler();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.forCompiler());
      return compile(compiler, manager, files);
    } catch (IOException failure) {
      throw new SchemaSourceException(
          "The schema could not be compiled: " + failure.getMessage(), failure);
    }
  }

  private static CompiledClasses compile(
      JavaCompiler compiler, StandardJavaFileManager manager, List<Path> files) {
    var memory = new MemoryFiles(manager);
    var said = new StringWriter();
    var task =
        compiler.getTask(
            said, memory, null, OPTIONS, null, manager.getJavaFileObjectsFromPaths(files));
    if (!task.call()) {
      throw new SchemaSourceException("The schema does not compile:\n" + said.toString().strip());
    }
    return memory.compiled();
  }

  private static JavaCompiler compiler() {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .orElseThrow(() ->
            new SchemaSourceException(
                "A schema in .java files needs a JDK, and the Java in %s has no compiler; start Whimbrel with a JDK of 21 or newer, or name compiled classes in the configuration."
                    .formatted(System.getProperty("java.home"))));
  }
}
