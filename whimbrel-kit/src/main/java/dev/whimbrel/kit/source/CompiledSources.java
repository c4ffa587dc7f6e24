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

  /** What the compiler made, now or before. */
  CompiledClasses compiled() {
    List<Path> files = sources.list();
    var compiler = new MemoryCompiler(classPath);
    if (cache.isEmpty()) {
      return compiler.compile(files);
    }
    var now = SourceFingerprint.of(sources, files, classPath);
    ClassCache kept = cache.get();
    return kept.find(now.value())
        .orElseGet(() -> kept.keep(now.value(), compiled(compiler, files, now, kept)));
  }

  /** Only what changed, where that can be told; a mistake is reported by compiling all. */
  private static CompiledClasses compiled(
      MemoryCompiler compiler, List<Path> files, SourceFingerprint now, ClassCache kept) {
    try {
      Optional<CompiledClasses> some =
          kept.last(now.place())
              .flatMap(last -> new Recompilation(last, now.digests()).result(compiler::compile));
      if (some.isPresent()) {
        return some.get();
      }
    } catch (SchemaSourceException mistake) {
      return compiler.compile(files).readFrom(now.digests());
    }
    return compiler.compile(files).readFrom(now.digests());
  }
}
