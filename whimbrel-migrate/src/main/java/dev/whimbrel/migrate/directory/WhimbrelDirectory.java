package dev.whimbrel.migrate.directory;

import static java.util.Comparator.comparing;

import dev.whimbrel.work.Ahead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whimbrel's own layout: one folder for each migration, {@code <id>/migration.sql}, with {@code
 * down.sql} and {@code snapshot.json} beside it. A directory that is not there yet holds none.
 */
public final class WhimbrelDirectory implements MigrationDirectory {
  private static final int DIGITS = 14;
  private static final int MANY = 100;
  private static final String UP = "migration.sql";
  private static final String DOWN = "down.sql";

  private final Path folder;
  private final Texts texts;

  public WhimbrelDirectory(Path folder) {
    this.folder = folder;
    this.texts = new Texts(folder);
  }

  /** Many are read in two halves side by side: of a start with nothing to do, this is most. */
  @Override
  public List<Migration> migrations() {
    List<Path> entries = texts.entries();
    List<Migration> migrations = entries.size() < MANY ? read(entries) : readByTwo(entries);
    migrations.sort(comparing(Migration::id));
    return List.copyOf(migrations);
  }

  private List<Migration> readByTwo(List<Path> entries) {
    int half = entries.size() / 2;
    var rest = Ahead.of(() -> read(entries.subList(half, entries.size())));
    List<Migration> migrations = read(entries.subList(0, half));
    migrations.addAll(rest.result());
    return migrations;
  }

  private List<Migration> read(List<Path> entries) {
    var fingerprint = new Fingerprint();
    List<Migration> migrations = new ArrayList<>();
    for (Path entry : entries) {
      String name = fileName(entry);
      if (isMigration(entry, name)) {
        migrations.add(read(entry, name, fingerprint));
      }
    }
    return migrations;
  }

  @Override
  public List<Ignored> ignored() {
    return texts.entries().stream()
        .filter(entry -> !isMigration(entry, fileName(entry)))
        .flatMap(entry -> ignored(entry, fileName(entry)).stream())
        .toList();
  }

  private static Optional<Ignored> ignored(Path entry, String name) {
    return reason(entry, name).map(why -> new Ignored(name, why));
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
  private static boolean isMigration(Path entry, String name) {
    return !isHidden(name)
        && Files.isDirectory(entry)
        && (isNamedLikeOne(name) || Files.exists(entry.resolve(UP)));
  }

  private static Optional<String> reason(Path entry, String name) {
    if (isHidden(name)) {
      return Addition.isUnfinished(entry)
          ? Optional.of("left over from a run that was stopped; it can be deleted")
          : Optional.empty();
    }
    return Optional.of(
        Files.isDirectory(entry)
            ? "a folder whose name is no migration id, without a " + UP
            : "a file; migrations are folders here");
  }

  private Migration read(Path entry, String name, Fingerprint fingerprint) {
    requireName(entry, name);
    Optional<String> text = texts.find(entry.resolve(UP));
    if (text.isEmpty()) {
      throw scriptless(entry);
    }
    var up = new Script(text.get());
    up.checksum(fingerprint);
    return new Migration(
        new MigrationId(name), up, texts.seek(entry.resolve(DOWN)).map(Script::new));
  }

  private static void requireName(Path entry, String name) {
    if (!isNamedLikeOne(name)) {
      throw new DirectoryException(
          ("%s holds a %s, but its name puts it nowhere in the order: a migration is called like"
                  + " 20261121143000_brave_otter, fourteen digits, an underscore, and a name of"
                  + " letters, digits, \"_\", \".\" and \"-\". Rename the folder.")
              .formatted(entry, UP));
    }
  }

  /** Fourteen digits, an underscore, and a name of letters, digits and a few signs. */
  private static boolean isNamedLikeOne(String name) {
    if (name.length() < DIGITS + 2 || name.charAt(DIGITS) != '_') {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return isName(name.substring(DIGITS + 1));
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (!isOfName(name.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfName(int letter) {
    return switch (Character.getType(letter)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(letter) || "_.-".indexOf(letter) >= 0;
    };
  }

  private static DirectoryException scriptless(Path entry) {
    return new DirectoryException(
        ("%s is named like a migration but holds no %s. Put the file back from version control,"
                + " or delete the folder.")
            .formatted(entry, UP));
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private static String fileName(Path entry) {
    return String.valueOf(entry.getFileName());
  }
}
