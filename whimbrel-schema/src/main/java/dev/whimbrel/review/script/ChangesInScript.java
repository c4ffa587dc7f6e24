package dev.whimbrel.review.script;

import dev.whimbrel.change.Change;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.review.Finding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The changes of a plan, and the script that makes them, to which people may have added. */
public final class ChangesInScript {
  private final Script script;
  private final Set<String> written;

  public ChangesInScript(Plan plan, Script script) {
    this.script = script;
    this.written =
        plan.forward().stream()
            .map(Statement::sql)
            .map(ChangesInScript::squeezed)
            .collect(Collectors.toSet());
  }

  /** Whether a statement stands as the plan writes it, so that the changes say what it means. */
  public boolean wrote(ScriptStatement statement) {
    return written.contains(squeezed(statement.sql()));
  }

  /** What was found about changes, at the places of the script that make them. */
  public List<ScriptFinding> placed(List<Finding> findings) {
    return script.statements().isEmpty() ? List.of() : findings.stream().map(this::placed).toList();
  }

  private ScriptFinding placed(Finding finding) {
    var danger =
        new Danger(
            finding.severity(), finding.change().describe(), finding.message(), finding.advice());
    ScriptStatement statement = statement(name(finding.change()));
    return ScriptFinding.at(finding.rule(), danger, statement, statement.whole(), script);
  }

  /** The first that speaks of it. */
  private ScriptStatement statement(String name) {
    Pattern word =
        Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    return script.statements().stream()
        .filter(each -> word.matcher(each.sql()).find())
        .findFirst()
        .orElse(script.statements().getFirst());
  }

  private static String name(Change change) {
    return switch (change) {
      case Change.OfTable within -> within.table().name();
      case Change.Create(var object) -> object.name().name();
      case Change.Drop(var object) -> object.name().name();
      case Change.Replace(var from, var to) -> from.name().name();
      case Change.RenameTable(var from, var to) -> from.name();
      case Change.RenameLabel(var type, var from, var to) -> type.name();
    };
  }

  private static String squeezed(String sql) {
    return sql.replaceAll("\\s+", " ").strip();
  }
}
