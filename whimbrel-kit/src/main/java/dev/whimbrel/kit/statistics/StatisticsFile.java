package dev.whimbrel.kit.statistics;

import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.migrate.json.JsonException;
import dev.whimbrel.review.forecast.Readings;
import dev.whimbrel.review.forecast.Statistics;
import dev.whimbrel.review.forecast.TableSize;
import dev.whimbrel.schema.ObjectName;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The file in which statistics are kept: small, for version control, without any data. */
public record StatisticsFile(Path path) {
  private static final String TABLES = "tables";

  /** What stands in it; nothing if it is not there. */
  public Optional<Statistics> read() {
    return new Texts(path).find(path).map(this::parse);
  }

  private Statistics parse(String text) {
    try {
      Json json = Json.parse(text);
      var tables = new TreeMap<ObjectName, TableSize>();
      members(json.member(TABLES))
          .forEach((name, size) -> tables.put(ObjectName.parse(name), size(size)));
      return new Statistics(
          Instant.parse(json.text("taken").orElse("")),
          new Readings(
              Duration.ofMillis(Math.round(number(json, "longestTransactionSeconds") * 1000)),
              tables));
    } catch (JsonException | DateTimeException | NumberFormatException broken) {
      throw new ConfigurationException(
          "%s cannot be read (%s). Write it anew: whimbrel stats pull"
              .formatted(path, broken.getMessage()),
          broken);
    }
  }

  private static Map<String, Json> members(Optional<Json> json) {
    return json.filter(Json.Members.class::isInstance)
        .map(members -> ((Json.Members) members).map())
        .orElse(Map.of());
  }

  private static TableSize size(Json json) {
    return new TableSize(
        (long) number(json, "rows"),
        (long) number(json, "bytes"),
        (long) number(json, "indexBytes"),
        number(json, "writesPerSecond"));
  }

  private static double number(Json json, String key) {
    return json.text(key).map(Double::parseDouble).orElse(0.0);
  }

  /** Statistics as they stand in the file. */
  public static String text(Statistics statistics) {
    var tables = new LinkedHashMap<String, Json>();
    statistics.readings().tables().forEach((name, size) -> tables.put(name.toString(), json(size)));
    var all = new LinkedHashMap<String, Json>();
    all.put("taken", new Json.Text(statistics.taken().toString()));
    all.put(
        "longestTransactionSeconds", numeral(statistics.longestTransaction().toMillis() / 1000.0));
    all.put(TABLES, new Json.Members(tables));
    return new Json.Members(all).indented() + "\n";
  }

  private static Json json(TableSize size) {
    var members = new LinkedHashMap<String, Json>();
    members.put("rows", new Json.Numeral(Long.toString(size.rows())));
    members.put("bytes", new Json.Numeral(Long.toString(size.bytes())));
    members.put("indexBytes", new Json.Numeral(Long.toString(size.indexBytes())));
    members.put("writesPerSecond", numeral(size.writesPerSecond()));
    return new Json.Members(members);
  }

  private static Json numeral(double number) {
    return new Json.Numeral(Double.toString(number));
  }
}
