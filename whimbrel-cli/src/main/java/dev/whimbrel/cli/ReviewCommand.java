package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel review}. */
final class ReviewCommand implements Command {
  @Override
  public String name() {
    return "review";
  }

  @Override
  public List<String> aliases() {
    return List.of("lint");
  }

  @Override
  public String about() {
    return "Looks for danger in pending migrations, or in those that are named.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel review", "whimbrel review add_users --json");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Grammar.words("MIGRATION", "0..*", "an id, its beginning, or a name; none is all pending"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var use = new Review(invocation.project());
    return switch (use.run(new Review.Request(invocation.parameters()))) {
      case Review.Result.Reviewed reviewed -> answer(reviewed);
    };
  }

  private static Answer answer(Review.Result.Reviewed reviewed) {
    var lines = new ArrayList<String>();
    reviewed.migrations().forEach(each -> lines.addAll(lines(each)));
    if (lines.isEmpty()) {
      lines.add("Nothing is pending; name a migration to have it reviewed.");
    }
    Answer answer =
        Answer.done(
            lines,
            Map.of(
                "migrations", reviewed.migrations().stream().map(ReviewCommand::details).toList()));
    return reviewed.hasFindings()
        ? answer.as("findings").exiting(ExitCode.FINDINGS)
        : answer.as("clean");
  }

  private static List<String> lines(Review.OfMigration each) {
    var lines = new ArrayList<String>();
    if (!each.snapshot()) {
      lines.add(each.id() + ": it has no snapshot, so nothing is known of what it does");
      return lines;
    }
    int findings = each.findings().size();
    lines.add(
        each.id()
            + ": "
            + (findings == 0
                ? "no findings"
                : findings == 1 ? "1 finding" : findings + " findings"));
    lines.addAll(new Findings(each.findings()).lines());
    return lines;
  }

  private static Map<String, Object> details(Review.OfMigration each) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", each.id().value());
    details.put("snapshot", each.snapshot());
    details.put("changes", each.changes().stream().map(Change::describe).toList());
    details.put("findings", new Findings(each.findings()).details());
    return details;
  }
}
