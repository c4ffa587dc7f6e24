package dev.whimbrel.kit.source;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a compiler made.
 *
 * @param code the bytes of each class by its name
 * @param files the source file of each class by its name
 * @param digests of the texts of the source files
 */
record CompiledClasses(
    SortedMap<String, byte[]> code,
    SortedMap<String, String> files,
    SortedMap<String, String> digests) {
  CompiledClasses {
    code = new TreeMap<>(code);
    files = new TreeMap<>(files);
    digests = new TreeMap<>(digests);
  }

  /** The source file of a class. */
  Optional<String> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  Optional<String> digest(String file) {
    return Optional.ofNullable(digests.get(file));
  }

  /** These, read from files with such texts. */
  CompiledClasses readFrom(SortedMap<String, String> others) {
    return new CompiledClasses(code, files, others);
  }

  /** Without the classes of those files. */
  CompiledClasses without(Collection<String> gone) {
    var rest = new CompiledClasses(code, files, digests);
    rest.files.values().removeIf(gone::contains);
    rest.code.keySet().retainAll(rest.files.keySet());
    return rest;
  }

  /** Only the classes of those files. */
  CompiledClasses onlyFrom(Collection<String> there) {
    var rest = new CompiledClasses(code, files, digests);
    rest.files.values().retainAll(there);
    rest.code.keySet().retainAll(rest.files.keySet());
    return rest;
  }

  CompiledClasses with(CompiledClasses more) {
    var all = new CompiledClasses(code, files, digests);
    all.code.putAll(more.code);
    all.files.putAll(more.files);
    return all;
  }
}
