package dev.whimbrel.kit;

import dev.whimbrel.kit.prove.ProofRecord;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.proof.Course;
import dev.whimbrel.proof.Proof;
import dev.whimbrel.proof.Prover;
import dev.whimbrel.proof.TrialDatabase;
import dev.whimbrel.proof.Trials;
import dev.whimbrel.scratch.ScratchException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Proves the way back of migrations on a scratch database, and keeps the verdict beside them. */
public final class Prove {
  private final Project project;

  public Prove(Project project) {
    this.project = project;
  }

  /**
   * What is wanted.
   *
   * @param migrations by id, its beginning or name; none means the last one
   * @param all whether all of them are meant
   */
  public record Request(List<String> migrations, boolean all) {}

  /** What came of it. */
  public sealed interface Result {
    record Proved(List<OfMigration> migrations, List<String> stumbles) implements Result {}
  }

  /** One migration. */
  public record OfMigration(MigrationId id, Proof proof) {}

  /**
   * Proves them.
   *
   * @throws UnavailableException if no scratch server can be started
   */
  public Result run(Request request) {
    MigrationDirectory directory = project.directory();
    List<Migration> all = directory.migrations();
    Set<MigrationId> chosen = chosen(request, all, directory);
    List<Migration> before = all.stream().takeWhile(each -> !chosen.contains(each.id())).toList();
    try (Course course = Course.after(before, project.dialect())) {
      List<Migration> rest = all.subList(before.size(), all.size());
      List<OfMigration> proved = proved(rest, chosen, course);
      return new Result.Proved(proved, course.stumbles());
    } catch (ScratchException none) {
      throw new UnavailableException(none);
    }
  }

  private static Set<MigrationId> chosen(
      Request request, List<Migration> all, MigrationDirectory directory) {
    var chosen = new LinkedHashSet<MigrationId>();
    request.migrations().stream().map(new MigrationChoice(directory)::meant).forEach(chosen::add);
    if (chosen.isEmpty()) {
      int from = request.all() ? 0 : Math.max(0, all.size() - 1);
      all.subList(from, all.size()).forEach(each -> chosen.add(each.id()));
    }
    return chosen;
  }

  private List<OfMigration> proved(List<Migration> rest, Set<MigrationId> chosen, Course course) {
    return new Trials(course)
        .of(rest, chosen, this::proved).entrySet().stream()
            .map(each -> new OfMigration(each.getKey(), each.getValue()))
            .toList();
  }

  private Proof proved(Migration migration, TrialDatabase here) {
    Proof proof = new Prover(project.dialect()).prove(here, migration);
    write(migration, proof);
    return proof;
  }

  private void write(Migration migration, Proof proof) {
    Path file = project.proofs().place(migration.id());
    String json = ProofRecord.of(migration, proof).json();
    new NewFiles(new TreeMap<>(Map.of(file, json))).write(true);
  }
}
