package dev.whimbrel.cli;

import dev.whimbrel.kit.develop.Loss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command would destroy, and the words that agree to it. */
record UnacceptedLosses(String command, List<Loss> losses) {
  /** Says that nothing was done, and exactly what to type to have it done. */
  Answer missing(List<String> notes) {
    var lines = new ArrayList<>(notes);
    lines.add("Nothing was done, because this would be lost:");
    losses.forEach(loss -> lines.add("  " + loss.told()));
    lines.add("next: " + next());
    return new Answer(ExitCode.DECLINED, "needs consent", List.of(), lines, details());
  }

  static Map<String, Object> details(Loss loss) {
    var details = new LinkedHashMap<String, Object>();
    details.put("name", loss.name());
    details.put("lost", loss.told());
    return details;
  }

  private String next() {
    return losses.stream()
        .map(loss -> " --accept " + Surroundings.quoted(loss.name()))
        .collect(Collectors.joining("", "whimbrel " + command, ""));
  }

  private Map<String, Object> details() {
    var problem =
        new Problem(
            ExitCode.DECLINED, "consent", "Rows or values would be lost.", "", List.of(next()));
    return Map.of(
        "error",
        problem.details(),
        "losses",
        losses.stream().map(UnacceptedLosses::details).toList());
  }
}
