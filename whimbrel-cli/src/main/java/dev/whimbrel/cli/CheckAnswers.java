package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.Branches;
import dev.whimbrel.kit.CheckFolder;
import dev.whimbrel.kit.Diff;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Oddity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code whimbrel check} says of each thing that it looks at. */
final class CheckAnswers {
  /** What is worse stands before what is less so. */
  private static final List<ExitCode> WORST_FIRST =
      List.of(ExitCode.CONFLICT, ExitCode.DRIFT, ExitCode.FINDINGS, ExitCode.DONE);

  private CheckAnswers() {}

  /** One answer of several; the worst says how the run ends. */
  static Answer together(List<Answer> several) {
    var lines = new ArrayList<String>();
    var notes = new ArrayList<String>();
    var details = new LinkedHashMap<String, Object>();
    var exitCode = ExitCode.DONE;
    for (Answer each : several) {
      lines.addAll(each.result());
      notes.addAll(each.notes());
      details.putAll(each.details());
      exitCode = worse(exitCode, each.exitCode());
    }
    return Answer.done(lines, details).as(exitCode.status()).exiting(exitCode).noting(notes);
  }

  private static ExitCode worse(ExitCode one, ExitCode other) {
    return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
  }

  static Answer of(CheckFolder.Result checked) {
    var lines = new ArrayList<String>();
    checked.oddities().forEach(each -> lines.add(each.name() + ": " + each.what()));
    checked
        .ignored()
        .forEach(each -> lines.add("passed over: " + each.name() + ", " + each.reason()));
    lines.add(counted(checked.migrations(), "migration") + ", " + odd(checked.oddities()));
    return ending(
        checked.oddities().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS, lines, details(checked));
  }

  static Answer of(Branches.Result branches) {
    return switch (branches) {
      case Branches.Result.OneLine line -> Answer.done(List.of(), Map.of());
      case Branches.Result.Branched branched -> of(branched);
    };
  }

  private static Answer of(Branches.Result.Branched branched) {
    var details = new LinkedHashMap<String, Object>();
    details.put("heads", List.of(branched.one().value(), branched.other().value()));
    details.put("commutes", branched.conflict().isEmpty());
    branched.conflict().ifPresent(conflict -> details.putAll(details(conflict)));
    List<String> lines =
        List.of(
            branched.one() + " and " + branched.other() + " both end a branch.",
            branched
                .conflict()
                .map(CheckAnswers::sentence)
                .orElse(
                    "They commute: what comes of them does not depend on the order. Join them: whimbrel generate --merge"));
    return ending(ExitCode.CONFLICT, lines, details);
  }

  /** Why two branches do not fit together, in one sentence. */
  static String sentence(Branches.Conflict conflict) {
    String objects =
        conflict.objects().stream().map(Object::toString).collect(Collectors.joining(", "));
    return "They conflict" + (objects.isEmpty() ? "" : " on " + objects) + ": " + conflict.why();
  }

  private static Map<String, Object> details(Branches.Conflict conflict) {
    var details = new LinkedHashMap<String, Object>();
    details.put("conflict", conflict.why());
    details.put("objects", conflict.objects().stream().map(Object::toString).toList());
    return details;
  }

  static Answer of(Diff.Difference drift) {
    List<String> changes = drift.changes().stream().map(Change::describe).toList();
    var details = new LinkedHashMap<String, Object>();
    details.put("drift", changes);
    details.put("sql", drift.sql());
    drift.remark().ifPresent(remark -> details.put("remark", remark));
    return drifted(changes, details).noting(drift.remark().stream().toList());
  }

  private static Answer drifted(List<String> changes, Map<String, Object> details) {
    if (changes.isEmpty()) {
      return ending(
          ExitCode.DONE, List.of("The database has the shape of its migrations."), details);
    }
    var lines = new ArrayList<String>();
    lines.add("The database is not as its migrations leave it. What someone did there:");
    changes.forEach(change -> lines.add("  " + change));
    lines.add("Put it into the schema and generate, or take it back by hand:");
    lines.add("  whimbrel diff database migrations");
    return ending(ExitCode.DRIFT, lines, details);
  }

  private static Answer ending(ExitCode code, List<String> lines, Map<String, Object> details) {
    return Answer.done(lines, details).as(code.status()).exiting(code);
  }

  private static String odd(List<Oddity> oddities) {
    return oddities.isEmpty() ? "nothing odd" : counted(oddities.size(), "odd thing");
  }

  private static String counted(int count, String one) {
    return count == 1 ? "1 " + one : count + " " + one + "s";
  }

  private static Map<String, Object> details(CheckFolder.Result checked) {
    return Map.of(
        "migrations",
        checked.migrations(),
        "oddities",
        checked.oddities().stream().map(CheckAnswers::details).toList(),
        "passedOver",
        checked.ignored().stream().map(CheckAnswers::details).toList());
  }

  private static Map<String, Object> details(Oddity oddity) {
    return Map.of("name", oddity.name(), "what", oddity.what());
  }

  private static Map<String, Object> details(Ignored ignored) {
    return Map.of("name", ignored.name(), "reason", ignored.reason());
  }
}
