package dev.whimbrel.cli;

import dev.whimbrel.kit.Prove;
import dev.whimbrel.proof.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel prove}. */
final class ProveCommand implements Command {
  @Override
  public String name() {
    return "prove";
  }

  @Override
  public List<String> aliases() {
    return List.of();
  }

  @Override
  public String about() {
    return "Tries a migration up, down and up again on a scratch database with rows in it.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel prove", "whimbrel prove add_users", "whimbrel prove --all");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
            Grammar.words(
                "MIGRATION", "0..*", "an id, its beginning, or a name; none is the last one"))
        .addOption(Grammar.flag("--all", "prove all of them"));
  }

  @Override
  public Answer run(Invocation invocation) {
    var request = new Prove.Request(invocation.parameters(), invocation.has("--all"));
    return switch (new Prove(invocation.project()).run(request)) {
      case Prove.Result.Proved proved -> answer(proved);
    };
  }

  private static Answer answer(Prove.Result.Proved proved) {
    var lines = new ArrayList<String>();
    proved.migrations().forEach(each -> lines.addAll(lines(each)));
    if (lines.isEmpty()) {
      lines.add("There are no migrations.");
    }
    Answer answer =
        Answer.done(
                lines,
                Map.of(
                    "migrations", proved.migrations().stream().map(ProveCommand::details).toList()))
            .noting(proved.stumbles().stream().map(each -> "on the way there: " + each).toList());
    boolean lossless =
        proved.migrations().stream().allMatch(each -> each.proof().verdict() == Verdict.LOSSLESS);
    return lossless ? answer.as("lossless") : answer.as("findings").exiting(ExitCode.FINDINGS);
  }

  private static List<String> lines(Prove.OfMigration each) {
    var lines = new ArrayList<String>();
    String detail = each.proof().detail();
    lines.add(
        each.id()
            + ": "
            + sentence(each.proof().verdict())
            + (detail.isEmpty() ? "" : ": " + detail));
    if (!each.proof().withoutRows().isEmpty()) {
      lines.add(
          "  not known of "
              + String.join(
                  ", ", each.proof().withoutRows().stream().map(Object::toString).sorted().toList())
              + ", for no row could be put there");
    }
    return lines;
  }

  private static String sentence(Verdict verdict) {
    return switch (verdict) {
      case LOSSLESS -> "lossless";
      case LOSES_DATA -> "loses data in";
      case RESTORES_STRUCTURE_ONLY -> "restores the structure only; empty is";
      case IRREVERSIBLE -> "irreversible";
      case LEADS_ELSEWHERE -> "leads elsewhere";
      case DOES_NOT_RUN -> "does not run";
    };
  }

  private static Map<String, Object> details(Prove.OfMigration each) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", each.id().value());
    details.put("verdict", each.proof().verdict().word());
    details.put("detail", each.proof().detail());
    details.put(
        "withoutRows", each.proof().withoutRows().stream().map(Object::toString).sorted().toList());
    return details;
  }
}
