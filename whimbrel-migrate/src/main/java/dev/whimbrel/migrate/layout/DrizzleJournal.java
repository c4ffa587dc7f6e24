package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.DirectoryException;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.migrate.json.JsonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code meta/_journal.json} says: which files are migrations, and in which order.
 *
 * @param whole the file as it stands, for those who add to it
 */
public record DrizzleJournal(Json whole, List<Entry> entries) {
  /**
   * One migration.
   *
   * @param index counts from 0
   * @param when the moment it was made, in milliseconds; Drizzle keeps it in its history
   * @param tag its file, without the ending
   */
  public record Entry(int index, long when, String tag) {}

  public DrizzleJournal {
    entries = List.copyOf(entries);
  }

  /** Where it lies in a folder of migrations. */
  public static Path file(Path folder) {
    return folder.resolve("meta").resolve("_journal.json");
  }

  public static boolean isIn(Path folder) {
    return Files.exists(file(folder));
  }

  /** Reads it; without the file there are no migrations. */
  public static DrizzleJournal in(Path folder) {
    Path file = file(folder);
    try {
      return new Texts(folder)
          .find(file)
          .map(Json::parse)
          .map(DrizzleJournal::of)
          .orElseGet(() -> new DrizzleJournal(new Json.Nothing(), List.of()));
    } catch (JsonException | NumberFormatException broken) {
      throw new DirectoryException(
          "%s is broken, %s; nothing was done. Restore it from version control."
              .formatted(file, broken.getMessage()),
          broken);
    }
  }

  private static DrizzleJournal of(Json whole) {
    return new DrizzleJournal(
        whole, whole.items("entries").stream().map(DrizzleJournal::entry).toList());
  }

  private static Entry entry(Json entry) {
    return new Entry(
        Integer.parseInt(entry.text("idx").orElse("0")),
        Long.parseLong(entry.text("when").orElse("0")),
        entry.text("tag").orElseThrow(() -> new NumberFormatException("an entry has no tag")));
  }
}
