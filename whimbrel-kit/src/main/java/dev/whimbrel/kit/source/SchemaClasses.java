package dev.whimbrel.kit.source;

/** Where the classes that declare a schema come from. */
interface SchemaClasses {
  LoadedClasses load();
}
