package dev.whimbrel.migrate.layout;

import static java.util.Comparator.comparing;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.layout.SqlFiles.SqlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file for both ways, {@code 20260102030405_add_age.sql}, with {@code -- migrate:up} in front
 * of the one and {@code -- migrate:down} in front of the other, as dbmate has it; or with the
 * comments of goose and sql-migrate. A file without such a comment is a way there.
 */
public final class SectionedDirectory implements MigrationDirectory {
  private static final Pattern NAME = Pattern.compile("[0-9]+[^/]*\\.sql");

  private final Path folder;

  public SectionedDirectory(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Migration> migrations() {
    return new SqlFiles(folder)
        .here().stream()
            .filter(file -> NAME.matcher(file.name()).matches())
            .sorted(comparing(SqlFile::name, new NaturalOrder()))
            .map(SectionedDirectory::read)
            .toList();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    return folder.resolve(id + ".sql").toString();
  }

  @Override
  public List<Ignored> ignored() {
    return new SqlFiles(folder)
        .here().stream()
            .map(SqlFile::name)
            .filter(name -> name.endsWith(".sql") && !NAME.matcher(name).matches())
            .map(name -> new Ignored(name, "it has no number in front"))
            .toList();
  }

  @Override
  public List<Oddity> oddities() {
    return Numbers.doubled(migrations(), MigrationId::number).toList();
  }

  /** What stands in front of "Up" in the last file, if it is not dbmate's own: {@code +goose }. */
  public Optional<String> marker() {
    return new SqlFiles(folder)
        .here().stream()
            .filter(file -> NAME.matcher(file.name()).matches())
            .reduce((one, next) -> next)
            .flatMap(file -> new Sections(file.text()).marker());
  }

  private static Migration read(SqlFile file) {
    String name = file.name();
    var sections = new Sections(file.text());
    return new Migration(
        new MigrationId(name.substring(0, name.length() - ".sql".length())),
        sections.up(),
        sections.down());
  }
}
