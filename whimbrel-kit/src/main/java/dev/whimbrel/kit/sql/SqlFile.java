package dev.whimbrel.kit.sql;

import java.nio.file.Path;

/** A file of SQL statements. */
record SqlFile(Path path, String text) {}
