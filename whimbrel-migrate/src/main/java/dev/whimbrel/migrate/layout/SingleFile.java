package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.DirectoryException;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.directory.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A script by itself, wherever it lies; its way back is looked for in it and beside it, as all the
 * layouts have it.
 */
public record SingleFile(Path path) {
  /** What it may be called: by its own name, or with ever more of the folders it lies in. */
  public Stream<MigrationId> ids() {
    Path called = (isUsual() ? folder() : path.toAbsolutePath()).resolveSibling(name());
    int parts = called.getNameCount();
    return IntStream.rangeClosed(1, parts)
        .mapToObj(last -> called.subpath(parts - last, parts))
        .map(id -> new MigrationId(id.toString().replace('\\', '/')));
  }

  /** The script as a migration. */
  public Migration migration(MigrationId id) {
    String text =
        texts()
            .find(path)
            .orElseThrow(() -> new DirectoryException("There is no file " + path + "."));
    var sections = new Sections(text);
    return new Migration(
        id, sections.up(), sections.down().or(this::beside).or(() -> RollbackComment.in(text)));
  }

  /** A script in a folder of its own is called as that. */
  private String name() {
    String file = String.valueOf(path.getFileName());
    String own = file.replaceFirst("(\\.up)?\\.sql$", "");
    return isUsual() ? String.valueOf(folder().getFileName()) : own.isEmpty() ? file : own;
  }

  private boolean isUsual() {
    return folder().getFileName() != null
        && String.valueOf(path.getFileName()).matches("migration\\.sql|up(\\.up)?\\.sql");
  }

  private Optional<Script> beside() {
    String file = String.valueOf(path.getFileName());
    boolean alone = file.equals("migration.sql") || file.equals("up.sql");
    return Stream.of(
            alone ? "down.sql" : file.replaceFirst("\\.up\\.sql$", ".down.sql"),
            file.replaceFirst("^V", "U"))
        .filter(other -> !other.equals(file))
        .flatMap(other -> texts().find(folder().resolve(other)).stream())
        .map(Script::new)
        .findFirst();
  }

  private Path folder() {
    return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
  }

  private Texts texts() {
    return new Texts(folder());
  }
}
