package dev.whimbrel.cli;

import dev.whimbrel.kit.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel check}. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<String> aliases() {
    return List.of("validate");
  }

  @Override
  public String about() {
    return "Looks whether the migrations are one line, or branches that nobody joined.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel check");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.usageMessage().footerHeading("%nExamples:%n");
  }

  @Override
  public Answer run(Invocation invocation) {
    return switch (new Check(invocation.project()).run()) {
      case Check.Result.OneLine(int migrations) ->
          Answer.done(
                  List.of("Each migration follows the one before it: " + migrations),
                  Map.of("migrations", migrations))
              .as("one line");
      case Check.Result.Branched branched -> answer(branched);
    };
  }

  private static Answer answer(Check.Result.Branched branched) {
    String heads = branched.one() + " and " + branched.other();
    var details = new LinkedHashMap<String, Object>();
    details.put("heads", List.of(branched.one().value(), branched.other().value()));
    details.put("commutes", branched.conflict().isEmpty());
    branched.conflict().ifPresent(why -> details.put("conflict", why));
    List<String> lines =
        List.of(
            heads + " both end a branch.",
            branched
                .conflict()
                .map(why -> "They conflict: " + why)
                .orElse("They commute: what comes of them does not depend on the order."));
    return Answer.done(lines, details).as("branched").exiting(ExitCode.CONFLICT);
  }
}
