package dev.whimbrel.kit.source;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles source files without writing a class file. */
record MemoryCompiler(ClassPath classPath) {
  /** The policy compiles all of one kind of work before the next, which takes an eighth less. */
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none", "-nowarn", "-implicit:none", "-g:source,lines", "-XDcompilePolicy=simple");

  /**
   * The classes of these files.
   *
   * @throws SchemaSourceException with what the compiler says, if it refuses
   */
  CompiledClasses compile(List<Path> files) {
    var none = new CompiledClasses(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    return compile(files, none);
  }

  /** The classes of some files, beside others that are compiled already. */
  CompiledClasses compile(Recompilation.Part part) {
    return part.files().isEmpty()
        ? part.kept()
        : compile(part.files().stream().map(Path::of).toList(), part.kept());
  }

  private CompiledClasses compile(List<Path> files, CompiledClasses known) {
    JavaCompiler compiler = compiler();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.forCompiler());
      return compile(compiler, new MemoryFiles(manager, known), manager, files);
    } catch (IOException failure) {
      throw new SchemaSourceException(
          "The schema could not be compiled: " + failure.getMessage(), failure);
    }
  }

  private static CompiledClasses compile(
      JavaCompiler compiler,
      MemoryFiles memory,
      StandardJavaFileManager manager,
      List<Path> files) {
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
