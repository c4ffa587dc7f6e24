package dev.whimbrel.migrate.layout;

import static java.util.Comparator.comparing;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.layout.FlywayName.Kind;
import dev.whimbrel.migrate.layout.SqlFiles.SqlFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flyway's layout, in one or more folders and those below them: {@code V1.2__add_age.sql} by
 * version, then {@code R__views.sql} by description whenever it changed; {@code U1.2__add_age.sql}
 * is the way back.
 */
public final class FlywayDirectory implements MigrationDirectory {
  private static final String ENDING = ".sql";

  private final LayoutSettings settings;

  public FlywayDirectory(LayoutSettings settings) {
    this.settings = settings;
  }

  /** One file, and what its name says. */
  private record Named(SqlFile file, FlywayName name) {
    MigrationId id() {
      return new MigrationId(bare(file));
    }

    boolean isMigration() {
      return name.kind() == Kind.VERSIONED || name.kind() == Kind.REPEATABLE;
    }
  }

  @Override
  public List<Migration> migrations() {
    List<Named> all = named();
    List<Named> undo = all.stream().filter(each -> each.name.kind() == Kind.UNDO).toList();
    return all.stream()
        .filter(Named::isMigration)
        .sorted(comparing(Named::name))
        .map(each -> read(each, undo))
        .toList();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    List<Named> all = named();
    Optional<Named> up = all.stream().filter(each -> each.id().equals(id)).findFirst();
    return up.flatMap(each -> direction == Direction.UP ? Optional.of(each) : back(each, all))
        .or(() -> up)
        .map(each -> each.file().path().toString())
        .orElse(id + ENDING);
  }

  @Override
  public List<Ignored> ignored() {
    return files()
        .filter(file -> named(file).filter(FlywayDirectory::counts).isEmpty())
        .flatMap(file -> why(file).map(why -> new Ignored(file.name(), why)).stream())
        .toList();
  }

  @Override
  public List<Oddity> oddities() {
    return Numbers.doubled(
            migrations(), id -> FlywayName.of(id.value()).map(FlywayName::plainVersion).orElse(""))
        .toList();
  }

  private static boolean counts(FlywayName name) {
    return name.kind() != Kind.BASELINE;
  }

  private static Optional<String> why(SqlFile file) {
    if (named(file).isPresent()) {
      return Optional.of("a baseline of Flyway's; here the versions themselves run");
    }
    if (file.name().endsWith(ENDING)) {
      boolean callback = bare(file).matches("(?:before|after|create)[A-Z].*");
      return Optional.of(
          callback
              ? "a callback of Flyway's; Whimbrel calls none"
              : "it is not called V<version>__<name>.sql or R__<name>.sql");
    }
    if (file.lastName().endsWith(ENDING + ".conf")) {
      return Optional.of("settings for one script; here its statements say how they have to run");
    }
    return file.lastName().matches("[VRU].*__.*\\.(?:java|class|kt)")
        ? Optional.of("it is no SQL; Whimbrel does not run it")
        : Optional.empty();
  }

  private static Optional<FlywayName> named(SqlFile file) {
    return file.name().endsWith(ENDING) ? FlywayName.of(bare(file)) : Optional.empty();
  }

  private List<Named> named() {
    return files()
        .flatMap(file -> named(file).map(name -> new Named(file, name)).stream())
        .toList();
  }

  private Stream<SqlFile> files() {
    return settings.folders().stream().flatMap(folder -> new SqlFiles(folder).all().stream());
  }

  private Migration read(Named up, List<Named> undo) {
    String text = up.file().text();
    String filled = new Placeholders(settings.placeholders()).fill(text, up.file());
    boolean repeatable = up.name().kind() == Kind.REPEATABLE;
    var migration =
        new Migration(
            up.id(),
            new Script(filled, repeatable ? filled : text),
            back(up, undo).map(this::script).or(() -> RollbackComment.in(filled)));
    return repeatable ? migration.runningAgain() : migration;
  }

  private static Optional<Named> back(Named up, List<Named> all) {
    return all.stream()
        .filter(each -> each.name().kind() == Kind.UNDO && up.name().kind() == Kind.VERSIONED)
        .filter(each -> each.name().isSameVersion(up.name().version()))
        .findFirst();
  }

  private Script script(Named named) {
    String text = named.file().text();
    return new Script(new Placeholders(settings.placeholders()).fill(text, named.file()), text);
  }

  private static String bare(SqlFile file) {
    return file.lastName().replaceFirst("\\.sql$", "");
  }
}
