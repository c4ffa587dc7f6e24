package dev.whimbrel.migrate.directory;

import static java.util.Comparator.comparing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Whimbrel's own layout: one folder for each migration, {@code <id>/migration.sql}, with {@code
 * down.sql} and {@code snapshot.json} beside it. A directory that is not there yet holds none.
 */
public final class WhimbrelDirectory implements MigrationDirectory {
  private static final Pattern NAME = Pattern.compile("[0-9]{14}_[\\p{L}\\p{N}_.-]+");
  private static final String UP = "migration.sql";
  private static final String DOWN = "down.sql";

  private final Path folder;
  private final Texts texts;

  public WhimbrelDirectory(Path folder) {
    this.folder = folder;
    this.texts = new Texts(folder);
  }

  /** Read side by side: of a start with nothing to do, this is most. */
  @Override
  public List<Migration> migrations() {
    return texts.entries().parallelStream()
        .filter(this::isMigration)
        .map(this::read)
        .sorted(comparing(Migration::id))
        .toList();
  }

  @Override
  public List<Ignored> ignored() {
    return texts.entries().stream()
        .filter(entry -> !isMigration(entry))
        .flatMap(entry -> reason(entry).map(why -> new Ignored(fileName(entry), why)).stream())
        .toList();
  }

  /** The text of one of a migration's files, such as {@code snapshot.json}, if it is there. */
  public Optional<String> file(MigrationId id, String fileName) {
    return texts.find(folder.resolve(id.value()).resolve(fileName));
  }

  /**
   * Adds a migration, wholly or not at all: a reader or a crash never meets half of it.
   *
   * @param files the texts by file name
   */
  public MigrationId add(MigrationId id, Map<String, String> files) {
    if (!files.containsKey(UP)) {
      throw new IllegalArgumentException("a migration needs its " + UP);
    }
    new Addition(folder, id).write(new TreeMap<>(files));
    return id;
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    String file = direction == Direction.UP ? UP : DOWN;
    return folder.resolve(id.value()).resolve(file).toString();
  }

  /** A folder with a script is meant as a migration even if its name is wrong. */
  private boolean isMigration(Path entry) {
    return Files.isDirectory(entry)
        && !isHidden(entry)
        && (isNamedLikeOne(entry) || Files.exists(entry.resolve(UP)));
  }

  private Optional<String> reason(Path entry) {
    if (isHidden(entry)) {
      return Addition.isUnfinished(entry)
          ? Optional.of("left over from a run that was stopped; it can be deleted")
          : Optional.empty();
    }
    return Optional.of(
        Files.isDirectory(entry)
            ? "a folder whose name is no migration id, without a " + UP
            : "a file; migrations are folders here");
  }

  private Migration read(Path entry) {
    MigrationId id = id(entry);
    Script up = texts.find(entry.resolve(UP)).map(Script::new).orElseThrow(() -> scriptless(entry));
    return new Migration(id, up, texts.seek(entry.resolve(DOWN)).map(Script::new));
  }

  private static MigrationId id(Path entry) {
    if (!isNamedLikeOne(entry)) {
      throw new DirectoryException(
          ("%s holds a %s, but its name puts it nowhere in the order: a migration is called like"
                  + " 20261121143000_brave_otter, fourteen digits, an underscore, and a name of"
                  + " letters, digits, \"_\", \".\" and \"-\". Rename the folder.")
              .formatted(entry, UP));
    }
    return new MigrationId(fileName(entry));
  }

  private static boolean isNamedLikeOne(Path entry) {
    return NAME.matcher(fileName(entry)).matches();
  }

  private static DirectoryException scriptless(Path entry) {
    return new DirectoryException(
        ("%s is named like a migration but holds no %s. Put the file back from version control,"
                + " or delete the folder.")
            .formatted(entry, UP));
  }

  private static boolean isHidden(Path entry) {
    return fileName(entry).startsWith(".");
  }

  private static String fileName(Path entry) {
    return String.valueOf(entry.getFileName());
  }
}
