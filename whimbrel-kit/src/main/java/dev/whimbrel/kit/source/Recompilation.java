package dev.whimbrel.kit.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compiles again what changed since the last time, and what leans on it. Whatever is in doubt is
 * left to compiling all.
 *
 * @param last what came of the last time
 * @param now the files as they are, each with a digest of its text
 */
record Recompilation(CompiledClasses last, SortedMap<String, String> now) {
  /**
   * All classes, as if all files had been compiled.
   *
   * @param compiler is given files, and the classes that it need not compile
   */
  Optional<CompiledClasses> result(Function<Part, CompiledClasses> compiler) {
    Map<String, ClassOutline> outlines = new HashMap<>();
    last.code().forEach((name, code) -> outlines.put(name, ClassOutline.of(code)));
    Set<String> suspects = suspects(outlines);
    if (hasConstants(suspects, outlines)) {
      return Optional.empty();
    }
    Set<String> files = files(suspects, outlines);
    if (2 * files.size() > now.size()) {
      return Optional.empty();
    }
    CompiledClasses kept = last.without(files).onlyFrom(now.keySet());
    CompiledClasses made = compiler.apply(new Part(files, kept));
    return shadows(made, kept, outlines)
        ? Optional.empty()
        : Optional.of(kept.with(made).readFrom(now));
  }

  /** Files to compile, and what is known of the rest. */
  record Part(Set<String> files, CompiledClasses kept) {}

  private static boolean hasConstants(Set<String> suspects, Map<String, ClassOutline> outlines) {
    return outlines.entrySet().stream()
        .anyMatch(each -> suspects.contains(each.getKey()) && each.getValue().hasConstants());
  }

  /** The classes of changed files, and those that inherit from them. */
  private Set<String> suspects(Map<String, ClassOutline> outlines) {
    Set<String> suspects = new HashSet<>();
    last.files()
        .forEach((name, file) -> {
          if (!last.digest(file).equals(Optional.ofNullable(now.get(file)))) {
            suspects.add(name);
          }
        });
    boolean more = !suspects.isEmpty();
    while (more) {
      more = false;
      for (var each : outlines.entrySet()) {
        if (each.getValue().supertypes().stream().anyMatch(suspects::contains)) {
          more |= suspects.add(each.getKey());
        }
      }
    }
    return suspects;
  }

  private Set<String> files(Set<String> suspects, Map<String, ClassOutline> outlines) {
    Set<String> files = new TreeSet<>();
    now.forEach((file, digest) -> {
      if (!last.digest(file).equals(Optional.of(digest))) {
        files.add(file);
      }
    });
    Set<String> words = new HashSet<>();
    suspects.forEach(name -> words.add(ClassOutline.simple(name)));
    outlines.forEach((name, outline) -> {
      if (suspects.contains(name) || outline.words().stream().anyMatch(words::contains)) {
        last.file(name).filter(file -> now.containsKey(file)).ifPresent(files::add);
      }
    });
    return files;
  }

  /** Whether a class is new whose name stands in one that is kept and may mean another there. */
  private boolean shadows(
      CompiledClasses made, CompiledClasses kept, Map<String, ClassOutline> outlines) {
    Set<String> words = new HashSet<>();
    made.code().keySet().stream()
        .filter(name -> !last.code().containsKey(name))
        .forEach(name -> words.add(ClassOutline.simple(name)));
    return outlines.entrySet().stream()
        .filter(each -> kept.code().containsKey(each.getKey()))
        .anyMatch(each -> each.getValue().words().stream().anyMatch(words::contains));
  }
}
