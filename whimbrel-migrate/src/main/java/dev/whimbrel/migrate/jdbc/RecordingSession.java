package dev.whimbrel.migrate.jdbc;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session for dry runs: it asks the database what is there, and only notes what would run. A
 * setting that would have changed reads as if it had, for who changes one may look whether it took.
 */
public final class RecordingSession implements Session {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\?");
  private static final Pattern SETTING = Pattern.compile("PRAGMA (\\w+)");
  private static final Pattern CHANGED_SETTING = Pattern.compile("PRAGMA (\\w+) ?= ?(\\w+)");

  private final Session asked;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();

  public RecordingSession(Session asked) {
    this.asked = asked;
  }

  /** What would have run so far, in order, with parameters written out. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public List<Row> query(String sql, @Nullable Object... parameters) {
    Matcher setting = SETTING.matcher(sql);
    return setting.matches() && settings.containsKey(setting.group(1))
        ? List.of(new Row(Map.of(setting.group(1), settings.get(setting.group(1)))))
        : asked.query(sql, parameters);
  }

  @Override
  public long execute(String sql, @Nullable Object... parameters) {
    Matcher changed = CHANGED_SETTING.matcher(sql);
    if (changed.matches()) {
      settings.put(changed.group(1), changed.group(2));
    }
    statements.add(parameters.length == 0 ? sql : written(sql, parameters));
    return 0;
  }

  @Override
  public long copy(String sql, String rows) {
    statements.add(sql + ";\n" + rows + "\\.");
    return 0;
  }

  @Override
  public boolean isPooled() {
    return asked.isPooled();
  }

  @Override
  public void inTransaction(Runnable work) {
    statements.add("BEGIN");
    work.run();
    statements.add("COMMIT");
  }

  private static String written(String sql, @Nullable Object... parameters) {
    var values = Arrays.asList(parameters).iterator();
    return PLACEHOLDER
        .matcher(sql)
        .replaceAll(blank -> Matcher.quoteReplacement(literal(values.next())));
  }

  private static String literal(@Nullable Object value) {
    return value instanceof Number
        ? value.toString()
        : value == null ? "NULL" : "'" + Objects.toString(value).replace("'", "''") + "'";
  }
}
