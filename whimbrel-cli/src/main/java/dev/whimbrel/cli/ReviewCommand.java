package dev.whimbrel.cli;

import dev.whimbrel.kit.Review;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.review.Severity;
import java.util.LinkedHashMap;
import java.util.List;
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
    return List.of(
        "whimbrel review",
        "whimbrel review add_users --json",
        "whimbrel review --format sarif > review.sarif");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
            Grammar.words(
                "MIGRATION", "0..*", "an id, its beginning, or a name; none is all pending"))
        .addOption(Grammar.value("--fail-on", "CLASS", "safe, multi-phase (as it is) or dangerous"))
        .addOption(Grammar.value("--format", "FORM", "text (as it is), markdown or sarif"))
        .addOption(Grammar.flag("--advice", "show advice as well"))
        .addOption(Grammar.flag("--untried", "judge by the words alone, without a scratch server"));
  }

  @Override
  public Answer run(Invocation invocation) {
    Severity failOn = severity(invocation.text("--fail-on").orElse("multi-phase"));
    ReviewForm form = ReviewForm.named(invocation.text("--format").orElse("text"));
    var request = new Review.Request(invocation.parameters(), !invocation.has("--untried"));
    return switch (new Review(invocation.project()).run(request)) {
      case Review.Result.Reviewed reviewed -> {
        List<String> lines =
            form.lines(new ReviewSheet(reviewed, invocation.has("--advice"), invocation.folder()));
        yield answer(reviewed, failOn, lines);
      }
    };
  }

  private static Severity severity(String word) {
    return switch (word) {
      case "safe", "advice" -> Severity.SAFE;
      case "multi-phase" -> Severity.MULTI_PHASE;
      case "dangerous" -> Severity.DANGEROUS;
      default ->
          throw new ConfigurationException(
              "--fail-on is safe, multi-phase or dangerous, not \"" + word + "\".");
    };
  }

  private static Answer answer(
      Review.Result.Reviewed reviewed, Severity failOn, List<String> lines) {
    var details = new LinkedHashMap<String, Object>();
    details.put(
        "migrations", reviewed.migrations().stream().map(each -> ReviewJson.of(each)).toList());
    details.put("stumbles", reviewed.stumbles());
    Answer answer = Answer.done(lines, details).noting(notes(reviewed));
    return reviewed.hasFindings(failOn)
        ? answer.as("findings").exiting(ExitCode.FINDINGS)
        : answer.as("clean");
  }

  private static List<String> notes(Review.Result.Reviewed reviewed) {
    return reviewed.stumbles().stream().map(stumble -> "on the way there: " + stumble).toList();
  }
}
