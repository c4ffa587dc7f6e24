package dev.whimbrel.cli;

import dev.whimbrel.kit.Branches;
import dev.whimbrel.kit.JoinBranches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code generate --merge} says. */
record Joining(Invocation invocation) {
  Answer answer() {
    var use = new JoinBranches(invocation.project(), invocation.surroundings().random());
    return switch (use.run(invocation.text("--name"))) {
      case JoinBranches.Result.NothingToJoin() ->
          Answer.done(List.of("Nothing to join: the migrations are one line."), Map.of())
              .as("up to date");
      case JoinBranches.Result.Conflicting(var branches) -> conflicting(branches);
      case JoinBranches.Result.Joined joined -> joined(joined);
    };
  }

  private static Answer conflicting(Branches.Result.Branched branches) {
    String why = branches.conflict().map(CheckAnswers::sentence).orElse("");
    var problem =
        new Problem(
            ExitCode.CONFLICT,
            "branches",
            "%s and %s cannot be joined; nothing was written."
                .formatted(branches.one(), branches.other()),
            why + "\nTake the later one back to a draft, and generate it anew on top of the other.",
            List.of("whimbrel check"));
    return new Answer(
        ExitCode.CONFLICT,
        ExitCode.CONFLICT.status(),
        List.of(),
        List.of(problem.summary(), problem.why()),
        Map.of("error", problem.details()));
  }

  private static Answer joined(JoinBranches.Result.Joined joined) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", joined.id().value());
    details.put("folder", joined.folder());
    details.put("joins", List.of(joined.one().value(), joined.other().value()));
    return Answer.done(
            List.of(
                "wrote " + joined.folder(),
                "  joins %s and %s".formatted(joined.one(), joined.other())),
            details)
        .as("written");
  }
}
