package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.directory.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What layouts share that have a folder for each migration, in the order of their names.
 *
 * @param up what the script is called that does it
 * @param down what the script is called that takes it back
 */
record FolderPerMigration(Path folder, String up, String down) {
  List<Migration> migrations() {
    return folders().filter(entry -> Files.exists(entry.resolve(up))).map(this::read).toList();
  }

  /** Files that lie beside the folders, but for those that the layout knows. */
  List<Ignored> ignored(List<String> known) {
    return entries()
        .filter(entry -> !Files.isDirectory(entry) && !known.contains(name(entry)))
        .map(entry -> new Ignored(name(entry), "a file; migrations are folders here"))
        .toList();
  }

  /** Folders without a script. */
  Stream<Oddity> scriptless() {
    return folders()
        .filter(entry -> Files.notExists(entry.resolve(up)))
        .map(entry ->
            new Oddity(
                name(entry),
                "a folder without %s; it is passed over until the file is put back, or the folder deleted"
                    .formatted(up)));
  }

  String place(MigrationId id, Direction direction) {
    Path own = folder.resolve(id.value());
    boolean file = direction == Direction.DOWN && Files.exists(own.resolve(down));
    return own.resolve(file ? down : up).toString();
  }

  private Migration read(Path entry) {
    var texts = new Texts(folder);
    String text = texts.find(entry.resolve(up)).orElse("");
    Optional<Script> back = texts.seek(entry.resolve(down)).map(Script::new);
    return new Migration(
        new MigrationId(name(entry)), new Script(text), back.or(() -> RollbackComment.in(text)));
  }

  private Stream<Path> folders() {
    return entries().filter(Files::isDirectory);
  }

  private Stream<Path> entries() {
    return new Texts(folder).entries().stream().filter(entry -> !name(entry).startsWith("."));
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }
}
