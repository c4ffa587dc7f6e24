package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.migrate.run.MigrationStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells how each migration stands; changes nothing. */
public final class Status {
  private final Project project;

  public Status(Project project) {
    this.project = project;
  }

  /** The folder alone. */
  public record OfFolder(List<MigrationId> migrations, List<Ignored> ignored) {}

  /**
   * Folder and database side by side.
   *
   * @param database which one, without secrets
   * @param missing the file that it is going to be, where there is none yet
   * @param ignored what lies in the folder and is no migration
   * @param proofs a word about the way back of each migration, as far as any was proved
   */
  public record OfDatabase(
      String database,
      Optional<Path> missing,
      List<MigrationStatus> migrations,
      List<Ignored> ignored,
      Map<MigrationId, String> proofs) {
    public OfDatabase {
      proofs = Map.copyOf(proofs);
    }

    public boolean hasPending() {
      return migrations.stream().anyMatch(each -> each.state().isPending());
    }

    public boolean hasMismatch() {
      return migrations.stream().anyMatch(each -> each.state().isMismatch());
    }
  }

  public OfFolder ofFolder() {
    MigrationDirectory directory = project.directory();
    return new OfFolder(
        directory.migrations().stream().map(Migration::id).toList(), directory.ignored());
  }

  public OfDatabase ofDatabase() {
    MigrationDirectory directory = project.directory();
    return new OfDatabase(
        project.url().shown(),
        project.missingFile(),
        statuses(),
        directory.ignored(),
        proofs(directory));
  }

  private Map<MigrationId, String> proofs(MigrationDirectory directory) {
    var records = project.proofs();
    return directory.migrations().stream()
        .filter(each -> records.isKept(each.id()))
        .collect(Collectors.toMap(Migration::id, records::word));
  }

  private List<MigrationStatus> statuses() {
    try (JdbcSession session = project.openToRead()) {
      return project.migrator(session, event -> {}).status();
    }
  }
}
