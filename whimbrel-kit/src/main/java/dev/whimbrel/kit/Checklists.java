package dev.whimbrel.kit;

import dev.whimbrel.kit.checklist.Checklist;
import dev.whimbrel.kit.checklist.Evidence;
import dev.whimbrel.kit.prove.ProofRecords;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.run.MigrationStatus;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.naming.NameCase;
import dev.whimbrel.review.script.ScriptFinding;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.NewConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ticks the usual checklists for migrations that were reviewed, by what is known of them. */
public final class Checklists {
  private final Project project;

  public Checklists(Project project) {
    this.project = project;
  }

  /** The checklist for these migrations. */
  public Checklist of(Review.Result.Reviewed reviewed) {
    List<Review.OfMigration> all = reviewed.migrations();
    List<ScriptStatement> statements =
        all.stream().flatMap(each -> each.script().statements().stream()).toList();
    var proofs = new ArrayList<String>();
    var unproven = new ArrayList<String>();
    Map<MigrationId, Migration> folder = folder();
    all.forEach(each -> prove(each.id(), folder, proofs, unproven));
    var snapshots = Snapshots.of(project);
    return Checklist.of(
        new Evidence(
            all.size(),
            statements.size(),
            statements.stream().anyMatch(each -> each.observation().isPresent()),
            found(all),
            serious(all),
            statements.stream().mapToLong(Checklists::foreignKeys).sum(),
            statements.stream().filter(each -> each.deed() instanceof Deed.CreateTable).count(),
            proofs,
            unproven,
            misnamed(all),
            all.stream().allMatch(each -> snapshots.of(each.id()).isPresent()),
            new Branches(project).fork().isEmpty(),
            new TotalTime(all).told(),
            unapplied(all)));
  }

  private Map<MigrationId, Migration> folder() {
    return project.directory().migrations().stream()
        .collect(Collectors.toMap(Migration::id, each -> each));
  }

  /** What is not of the folder was never proved. */
  private void prove(
      MigrationId id,
      Map<MigrationId, Migration> folder,
      List<String> proofs,
      List<String> unproven) {
    ProofRecords records = project.proofs();
    Optional<Migration> migration = Optional.ofNullable(folder.get(id));
    boolean back =
        migration.flatMap(records::of).filter(it -> it.verdict().comesBack()).isPresent();
    (back ? proofs : unproven).add(id + ": " + migration.map(records::word).orElse("not proved"));
  }

  private List<String> misnamed(List<Review.OfMigration> all) {
    NameCase wanted = project.configuration().review().conventions().migrations();
    return all.stream()
        .map(Review.OfMigration::id)
        .filter(id -> !wanted.holds(id.name()))
        .map(MigrationId::value)
        .toList();
  }

  private static Set<String> found(List<Review.OfMigration> all) {
    return open(all).map(ScriptFinding::rule).collect(Collectors.toSet());
  }

  private static long serious(List<Review.OfMigration> all) {
    return open(all).filter(each -> each.danger().severity() != Severity.SAFE).count();
  }

  /** What nobody allowed. */
  private static Stream<ScriptFinding> open(List<Review.OfMigration> all) {
    return all.stream().flatMap(each -> each.findings().stream()).filter(each -> !each.isAllowed());
  }

  private static long foreignKeys(ScriptStatement statement) {
    return statement
        .deed()
        .declared()
        .filter(each -> each.kind() == NewConstraint.Kind.FOREIGN_KEY)
        .count();
  }

  private Optional<Integer> unapplied(List<Review.OfMigration> all) {
    if (!project.hasDatabase()) {
      return Optional.empty();
    }
    var meant = new HashSet<MigrationId>();
    all.forEach(each -> meant.add(each.id()));
    new Status(project)
        .ofDatabase().migrations().stream()
            .filter(each -> each.state() == MigrationStatus.State.APPLIED)
            .forEach(each -> meant.remove(each.id()));
    return Optional.of(meant.size());
  }
}
