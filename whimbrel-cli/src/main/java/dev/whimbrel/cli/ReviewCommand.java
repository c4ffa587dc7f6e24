package dev.whimbrel.cli;

import dev.whimbrel.kit.Checklists;
import dev.whimbrel.kit.Project;
import dev.whimbrel.kit.Review;
import dev.whimbrel.kit.checklist.Checklist;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.review.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
                "MIGRATION",
                "0..*",
                "an id, its beginning, a name, a script or a folder; none is all pending"))
        .addOption(Grammar.value("--fail-on", "CLASS", "safe, multi-phase (as it is) or dangerous"))
        .addOption(Grammar.value("--format", "FORM", "text (as it is), markdown or sarif"))
        .addOption(Grammar.flag("--advice", "show advice as well"))
        .addOption(Grammar.flag("--checklist", "tick what can be ticked of the usual checklists"))
        .addOption(
            Grammar.value(
                "--dialect",
                "NAME",
                "instead of the one that whimbrel.yaml or the folder says; without any postgresql"))
        .addOption(Grammar.flag("--untried", "judge by the words alone, without a scratch server"));
  }

  @Override
  public Answer run(Invocation invocation) {
    Severity failOn = severity(invocation.text("--fail-on").orElse("multi-phase"));
    ReviewForm form = ReviewForm.named(invocation.text("--format").orElse("text"));
    if (form == ReviewForm.SARIF && invocation.has("--checklist")) {
      throw new ConfigurationException(
          "--checklist has no place in --format sarif; leave one of the two out.");
    }
    var places = ReviewedPlaces.of(invocation);
    Project project =
        places.arePaths() ? invocation.projectOf(places.folder()) : invocation.project();
    var request =
        new Review.Request(places.migrations(), places.scripts(), !invocation.has("--untried"));
    return switch (new Review(project).run(request)) {
      case Review.Result.Reviewed reviewed -> {
        var sheet =
            new ReviewSheet(
                reviewed,
                invocation.has("--advice"),
                invocation.folder(),
                invocation.surroundings().colourful());
        Optional<Checklist> checklist =
            invocation.has("--checklist")
                ? Optional.of(new Checklists(project).of(reviewed))
                : Optional.empty();
        yield answer(reviewed, failOn, form.lines(sheet), checklist);
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
      Review.Result.Reviewed reviewed,
      Severity failOn,
      List<String> lines,
      Optional<Checklist> checklist) {
    var shown = new ArrayList<>(lines);
    checklist.ifPresent(list -> shown.addAll(ChecklistLines.of(list)));
    var details = new LinkedHashMap<String, Object>();
    details.put(
        "migrations", reviewed.migrations().stream().map(each -> ReviewJson.of(each)).toList());
    details.put("stumbles", reviewed.stumbles());
    checklist.ifPresent(list -> details.put("checklist", ChecklistLines.details(list)));
    Answer answer = Answer.done(shown, details).noting(notes(reviewed));
    return reviewed.hasFindings(failOn)
        ? answer.as("findings").exiting(ExitCode.FINDINGS)
        : answer.as("clean");
  }

  private static List<String> notes(Review.Result.Reviewed reviewed) {
    return reviewed.stumbles().stream().map(stumble -> "on the way there: " + stumble).toList();
  }
}
