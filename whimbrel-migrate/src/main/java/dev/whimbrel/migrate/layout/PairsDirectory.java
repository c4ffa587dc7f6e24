package dev.whimbrel.migrate.layout;

import static java.util.Comparator.comparing;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.layout.SqlFiles.SqlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two files for each migration, {@code 7_add_age.up.sql} and {@code 7_add_age.down.sql}, in the
 * order of their numbers.
 */
public final class PairsDirectory implements MigrationDirectory {
  private static final String UP = ".up.sql";
  private static final String DOWN = ".down.sql";

  private final Path folder;

  public PairsDirectory(Path folder) {
    this.folder = folder;
  }

  /** The one that fits: files, or folders that hold {@code up.sql} and {@code down.sql}. */
  static MigrationDirectory in(Path folder) {
    var folders = new UpDownDirectory(folder);
    return folders.migrations().isEmpty() ? new PairsDirectory(folder) : folders;
  }

  @Override
  public List<Migration> migrations() {
    return named(UP)
        .filter(file -> startsWithNumber(file.name()))
        .sorted(comparing(file -> id(file.name(), UP).value(), new NaturalOrder()))
        .map(this::read)
        .toList();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    return folder.resolve(id + (direction == Direction.UP ? UP : DOWN)).toString();
  }

  @Override
  public List<Ignored> ignored() {
    return new SqlFiles(folder)
        .here().stream()
            .map(SqlFile::name)
            .filter(name -> !name.endsWith(DOWN) || !startsWithNumber(name))
            .filter(name -> !name.endsWith(UP) || !startsWithNumber(name))
            .filter(name -> name.contains(".sql") || name.matches("[0-9]+_.*"))
            .map(name -> new Ignored(name, "it is not called <number>_<name>" + UP))
            .toList();
  }

  @Override
  public List<Oddity> oddities() {
    List<MigrationId> ids = migrations().stream().map(Migration::id).toList();
    Stream<Oddity> alone =
        named(DOWN)
            .filter(file -> startsWithNumber(file.name()))
            .filter(file -> !ids.contains(id(file.name(), DOWN)))
            .map(file -> new Oddity(file.name(), "takes back a migration that is not there"));
    return Stream.concat(Numbers.doubled(migrations(), MigrationId::number), alone).toList();
  }

  private Stream<SqlFile> named(String ending) {
    return new SqlFiles(folder).here().stream().filter(file -> file.name().endsWith(ending));
  }

  private Migration read(SqlFile file) {
    MigrationId id = id(file.name(), UP);
    return new Migration(
        id,
        new Script(file.text()),
        new Texts(folder).seek(folder.resolve(id + DOWN)).map(Script::new));
  }

  private static boolean startsWithNumber(String name) {
    return Character.isDigit(name.charAt(0));
  }

  private static MigrationId id(String name, String ending) {
    return new MigrationId(name.substring(0, name.length() - ending.length()));
  }
}
