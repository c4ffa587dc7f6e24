package dev.whimbrel.cli;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.LockedException;
import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.kit.OutputException;
import dev.whimbrel.kit.UnavailableException;
import dev.whimbrel.kit.UnprovenException;
import dev.whimbrel.kit.compare.ConsistencyException;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.develop.ProtectedException;
import dev.whimbrel.kit.draft.NameException;
import dev.whimbrel.kit.snapshot.SnapshotException;
import dev.whimbrel.kit.source.SchemaSourceException;
import dev.whimbrel.migrate.directory.DirectoryException;
import dev.whimbrel.migrate.history.HalfwayException;
import dev.whimbrel.migrate.jdbc.ConnectionException;
import dev.whimbrel.migrate.run.Failure;
import dev.whimbrel.migrate.run.HistoryMismatchException;
import dev.whimbrel.migrate.run.MigrationFailedException;
import dev.whimbrel.migrate.run.RunRefusedException;
import dev.whimbrel.schema.dsl.DefinitionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a command did not do what it was asked.
 *
 * @param code stable, for programs
 * @param summary one line
 * @param why further lines; empty if the summary says all
 * @param next commands to type
 * @param facts of a migration that failed, for programs; empty otherwise
 */
record Problem(
    ExitCode exitCode,
    String code,
    String summary,
    String why,
    List<String> next,
    Map<String, Object> facts) {
  Problem {
    next = List.copyOf(next);
    facts = new LinkedHashMap<>(facts);
  }

  Problem(ExitCode exitCode, String code, String summary, String why, List<String> next) {
    this(exitCode, code, summary, why, next, Map.of());
  }

  private Problem with(Map<String, Object> more) {
    return new Problem(exitCode, code, summary, why, next, more);
  }

  /** A command line that cannot be understood. */
  static Problem ofUse(String summary, String next) {
    return new Problem(ExitCode.NOT_STARTED, "usage", summary, "", List.of(next));
  }

  static Problem of(RuntimeException thrown) {
    return switch (thrown) {
      case ConfigurationException e -> unstarted("configuration", e);
      case SnapshotException e -> unstarted("snapshot", e);
      case SchemaSourceException e -> unstarted("schema", e);
      case DefinitionException e -> unstarted("schema", e);
      case ConsistencyException e -> unstarted("schema", e);
      case NameException e -> unstarted("name", e);
      case ConnectionException e -> unstarted("connection", e);
      case DirectoryException e -> failed("folder", e);
      case OutputException e -> failed("output", e);
      case ProtectedException e -> letter(ExitCode.DECLINED, "protected", e, List.of());
      case HistoryMismatchException e -> failed("changed", e, "whimbrel status");
      case MigrationFailedException e ->
          failed("migration-failed", e, e.failure().next()).with(FailureDetails.of(e.failure()));
      case RunRefusedException e -> failed("refused", e);
      case HalfwayException e -> failed("half-way", e);
      case DatabaseException e -> database(e);
      case RefusedException e -> unstarted("refused", e);
      case UnavailableException e -> failed("scratch-server", e);
      case UnprovenException e -> unstarted("unproven", e);
      case DemoException e -> failed("demo", e);
      case DeclinedException e -> e.problem();
      case LockedException e -> letter(ExitCode.LOCKED, "locked", e, List.of());
      default -> unexpected(thrown);
    };
  }

  /** What went wrong because somebody wanted us to stop. */
  static Problem stopped(RuntimeException thrown) {
    return thrown instanceof MigrationFailedException e
        ? stopped(e.failure())
        : new Problem(ExitCode.INTERRUPTED, "interrupted", "Stopped, as asked.", "", List.of());
  }

  private static Problem stopped(Failure failure) {
    String kept =
        failure.committed().isEmpty()
            ? "Nothing was committed in this run."
            : "Committed before it: %s.".formatted(String.join(", ", ids(failure)));
    return new Problem(
        ExitCode.INTERRUPTED,
        "interrupted",
        "Stopped, as asked, while %s ran; nothing of it was kept.".formatted(failure.id()),
        kept,
        List.of(failure.next()));
  }

  private static List<String> ids(Failure failure) {
    return failure.committed().stream().map(Object::toString).toList();
  }

  /** The same with commands that run where it is read. */
  Problem in(CalledAs called) {
    return new Problem(
        exitCode,
        code,
        called.in(summary),
        called.in(why),
        next.stream().map(called::in).toList(),
        facts);
  }

  Map<String, Object> details() {
    var details = new LinkedHashMap<String, Object>();
    details.put("code", code);
    details.put("summary", summary);
    details.put("why", why);
    details.put("next", next);
    if (!facts.isEmpty()) {
      details.put("failure", facts);
    }
    return details;
  }

  private static Problem unstarted(String code, RuntimeException letter) {
    return letter(ExitCode.NOT_STARTED, code, letter, List.of());
  }

  private static Problem failed(String code, RuntimeException letter, String... next) {
    return letter(ExitCode.FAILED, code, letter, List.of(next));
  }

  private static Problem database(DatabaseException refusal) {
    String why = refusal.hint().map(hint -> "Hint: " + hint).orElse("");
    String summary = String.valueOf(refusal.getMessage()).strip();
    return new Problem(ExitCode.FAILED, "database", summary, why, List.of());
  }

  private static Problem letter(
      ExitCode exitCode, String code, RuntimeException letter, List<String> next) {
    String[] parts = String.valueOf(letter.getMessage()).strip().split("\n", 2);
    return new Problem(exitCode, code, parts[0], parts.length > 1 ? parts[1] : "", next);
  }

  /** The message of what nobody foresaw may hold anything, a password included. */
  private static Problem unexpected(RuntimeException thrown) {
    return new Problem(
        ExitCode.FAILED,
        "unexpected",
        "Something went wrong that should not (%s).".formatted(thrown.getClass().getSimpleName()),
        "This is a bug in Whimbrel. Run the command again with --debug and report what it prints.",
        List.of());
  }
}
