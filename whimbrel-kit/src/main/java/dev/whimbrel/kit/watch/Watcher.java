package dev.whimbrel.kit.watch;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.proof.Course;
import dev.whimbrel.proof.Scripts;
import dev.whimbrel.proof.Trials;
import dev.whimbrel.proof.Watching;
import dev.whimbrel.review.script.Script;
import dev.whimbrel.scratch.ScratchException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Watches chosen migrations, each at the state before it. */
public record Watcher(Dialect dialect) {
  /**
   * Watches them, or reads them only.
   *
   * @param all the migrations in their order
   * @param trying whether a scratch server may be started
   */
  public Watched watch(List<Migration> all, Set<MigrationId> chosen, boolean trying) {
    if (!trying || dialect.observer().isEmpty() || chosen.isEmpty()) {
      return read(all, chosen, List.of());
    }
    List<Migration> before = all.stream().takeWhile(each -> !chosen.contains(each.id())).toList();
    try (Course course = Course.after(before, dialect)) {
      return watched(all.subList(before.size(), all.size()), chosen, course);
    } catch (ScratchException none) {
      return read(all, chosen, List.of(String.valueOf(none.getMessage())));
    }
  }

  private Watched read(List<Migration> all, Set<MigrationId> chosen, List<String> why) {
    var scripts = new LinkedHashMap<MigrationId, Script>();
    all.stream()
        .filter(each -> chosen.contains(each.id()))
        .forEach(each -> scripts.put(each.id(), script(each)));
    return new Watched(scripts, why);
  }

  private Watched watched(List<Migration> all, Set<MigrationId> chosen, Course course) {
    var watching = new Watching(dialect);
    Map<MigrationId, Script> scripts =
        new Trials(course)
            .of(all, chosen, (migration, here) -> watching.watched(script(migration), here));
    return new Watched(scripts, course.stumbles());
  }

  private Script script(Migration migration) {
    return new Scripts(dialect).read(migration.up().sql());
  }
}
