package dev.whimbrel.kit.source;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classes that are compiled from source files, or were when these were last read. */
record CompiledSources(SourceFiles sources, ClassPath classPath, Optional<ClassCache> cache)
    implements SchemaClasses {
  @Override
  public LoadedClasses load() {
    CompiledClasses compiled = compiled();
    URLClassLoader parent = classPath.loader();
    var loader = new MemoryLoader(compiled.code(), parent);
    List<Class<?>> classes = new ArrayList<>();
    compiled.code().keySet().forEach(name -> classes.add(loader.find(name)));
    return new LoadedClasses(classes, compiled.files(), parent);
  }

  private CompiledClasses compiled() {
    List<Path> files = sources.list();
    var compiler = new MemoryCompiler(classPath);
    if (cache.isEmpty()) {
      return compiler.compile(files);
    }
    String key = new SourceFingerprint(files, classPath).value();
    return cache.get().find(key).orElseGet(() -> cache.get().keep(key, compiler.compile(files)));
  }
}
