package dev.whimbrel.scenarios.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script with which Atlas is tested. What is wished stands in a language of its own there, but
 * also what psql is to say of the tables then, so that the states are known all the same.
 *
 * @param files by their names, in order
 */
record AtlasScript(String id, String text, Map<String, String> files) {
  private static final Pattern STEP =
      Pattern.compile(
          "(?m)^(?:cmpshow(?: \\S+)+ (?<shown>\\S+\\.sql)|cmpmig \\d+ (?<added>\\S+)|execsql '(?<sql>.*)')$");

  /** The way from each state to the next, and that from nothing to each file of plain SQL. */
  List<PeerCase> cases() {
    var states = new ArrayList<>(List.of(""));
    states.addAll(states());
    var cases = new ArrayList<PeerCase>();
    for (int i = 1; i < states.size(); i++) {
      cases.add(new PeerCase("atlas-txtar", id + " " + i, states.get(i - 1), states.get(i)));
    }
    plain()
        .forEach((file, sql) -> cases.add(new PeerCase("atlas-txtar", id + " " + file, "", sql)));
    return cases;
  }

  /** What psql is to say. */
  List<TableDescriptions> descriptions() {
    return files.values().stream()
        .filter(TableDescriptions::is)
        .map(TableDescriptions::new)
        .toList();
  }

  /** What is there before any table is. */
  String ground() {
    return schemas()
        + steps()
            .map(step -> step.group("sql"))
            .filter(sql -> sql != null && !sql.contains("CREATE TABLE"))
            .collect(Collectors.joining(";\n", "", ";\n"));
  }

  private String schemas() {
    return descriptions().stream()
        .flatMap(each -> each.schemas().stream())
        .distinct()
        .map(schema -> "CREATE SCHEMA %s;\n".formatted(schema))
        .collect(Collectors.joining());
  }

  private List<String> states() {
    var states = new ArrayList<String>();
    String migrations =
        files.entrySet().stream()
            .filter(file -> file.getKey().startsWith("migrations/"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(";\n"));
    if (!migrations.isBlank()) {
      states.add(migrations);
    }
    for (MatchResult step : steps().toList()) {
      if (step.group("added") != null) {
        states.add(states.getLast() + ";\n" + file(step.group("added")));
      } else if (step.group("shown") != null) {
        states.add(ground() + new TableDescriptions(file(step.group("shown"))).sql());
      } else if (step.group("sql").contains("CREATE TABLE")) {
        states.add(ground() + step.group("sql"));
      }
    }
    return states;
  }

  private String file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private Map<String, String> plain() {
    var plain = new TreeMap<>(files);
    plain.keySet().removeIf(name -> !name.endsWith(".sql") || name.startsWith("migrations/"));
    plain.values().removeIf(TableDescriptions::is);
    steps().map(step -> step.group("added")).filter(Objects::nonNull).forEach(plain::remove);
    return plain;
  }

  private Stream<MatchResult> steps() {
    return STEP.matcher(text).results();
  }
}
