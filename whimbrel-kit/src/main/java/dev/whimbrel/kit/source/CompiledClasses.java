package dev.whimbrel.kit.source;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a compiler made.
 *
 * @param code the bytes of each class by its name
 * @param files the source file of each class by its name
 */
record CompiledClasses(SortedMap<String, byte[]> code, SortedMap<String, String> files) {
  CompiledClasses {
    code = new TreeMap<>(code);
    files = new TreeMap<>(files);
  }
}
