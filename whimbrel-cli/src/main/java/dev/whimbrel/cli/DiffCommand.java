package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.kit.Diff;
import dev.whimbrel.kit.config.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel diff}. */
final class DiffCommand implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String about() {
    return "Says what leads from one schema to another, and changes nothing.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "whimbrel diff database schema",
        "whimbrel diff migrations database",
        "whimbrel diff old.sql new.sql");
  }

  @Override
  public void describe(CommandSpec spec) {
    Grammar.scope(spec);
    spec.addPositional(
        Grammar.words(
            "PLACE",
            "0..2",
            "from and to: schema, migrations, database, a URL, a snapshot, SQL or a folder"));
  }

  @Override
  public Answer run(Invocation invocation) {
    List<String> places = invocation.parameters();
    if (places.size() != 2) {
      throw new ConfigurationException(
          "Name two places to compare, such as: whimbrel diff database schema");
    }
    return answer(new Diff(invocation.project()).between(places.get(0), places.get(1)));
  }

  static Answer answer(Diff.Difference found) {
    var details = new LinkedHashMap<String, Object>();
    details.put("changes", found.changes().stream().map(Change::describe).toList());
    details.put("sql", found.sql());
    found.remark().ifPresent(remark -> details.put("remark", remark));
    Answer answer =
        found.changes().isEmpty()
            ? Answer.done(List.of("No difference."), details).as("equal")
            : Answer.done(found.sql().lines().toList(), details).as("different");
    return answer.noting(found.remark().stream().toList());
  }
}
