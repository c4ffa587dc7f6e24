package dev.whimbrel.cli;

import dev.whimbrel.kit.PullStatistics;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.review.forecast.Statistics;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code whimbrel stats pull}. */
final class StatsCommand implements Command {
  @Override
  public String name() {
    return "stats";
  }

  @Override
  public String about() {
    return "With pull, writes sizes and rates of a database's tables into a small file, for review.";
  }

  @Override
  public List<String> examples() {
    return List.of("whimbrel stats pull", "whimbrel stats pull --env production");
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Grammar.words("pull", "1", "read them from the database"));
  }

  @Override
  public Answer run(Invocation invocation) {
    if (!invocation.parameters().equals(List.of("pull"))) {
      throw new ConfigurationException(
          "There is one thing to do with statistics: whimbrel stats pull");
    }
    PullStatistics.Result pulled = new PullStatistics(invocation.project()).run();
    Statistics statistics = pulled.statistics();
    var details = new LinkedHashMap<String, Object>();
    details.put("file", pulled.file().toString());
    details.put("tables", statistics.readings().tables().size());
    details.put("longestTransactionSeconds", statistics.longestTransaction().toMillis() / 1000.0);
    return Answer.done(
            List.of(
                "wrote %s: %d tables, no data"
                    .formatted(pulled.file(), statistics.readings().tables().size())),
            details)
        .as("written");
  }
}
