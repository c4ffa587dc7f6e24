package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.testkit.scenario.CommandDoor;
import dev.whimbrel.testkit.scenario.CommandDoor.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of a page: runs what stands behind each {@code $} and holds what is printed against
 * what the page says. {@code whimbrel} is the real command line, {@code export} sets a variable,
 * {@code sqlite3} and {@code psql} are played by a connection of ours, the rest is the shell's.
 */
final class GuideTerminal {
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='?([^']*)'?");
  private static final Pattern QUERY =
      Pattern.compile("(?:sqlite3 (\\S+)|psql -qAt \"\\$(\\w+)\" -c) \"(.*)\"");
  private static final Pattern WHIMBREL = Pattern.compile("((?:\\w+=\\S+ )*)whimbrel ?(.*)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private final Path folder;
  private final CommandDoor door;
  private final StandIns standIns;
  private final boolean update;
  private final Map<String, String> environment = new HashMap<>();
  private Answer last = new Answer(0, "");
  private String lastCommand = "";

  GuideTerminal(Path folder, CommandDoor door, StandIns standIns, boolean update) {
    this.folder = folder;
    this.door = door;
    this.standIns = standIns;
    this.update = update;
  }

  /** Runs the commands of a block; gives what the block should say. */
  List<String> run(List<String> block) {
    assertThat(block).as("begins with a command").first().asString().startsWith("$ ");
    var told = new ArrayList<String>();
    int at = 0;
    while (at < block.size()) {
      int end = at + 1;
      while (end < block.size() && !block.get(end).startsWith("$ ")) {
        end++;
      }
      told.addAll(run(block.get(at), block.subList(at + 1, end)));
      at = end;
    }
    return told;
  }

  private List<String> run(String line, List<String> expected) {
    String command = line.substring(2);
    boolean asks = command.equals("echo $?");
    assertThat(last.exitCode())
        .as("%s%n%s", lastCommand, last.output())
        .matches(c -> c == 0 || asks);
    last = asks ? new Answer(0, last.exitCode() + "\n") : answer(standIns.real(command));
    lastCommand = command;
    String output = standIns.told(last.output());
    var told = new ArrayList<>(List.of(line));
    if (new Likeness(expected).fits(output)) {
      told.addAll(expected);
    } else {
      assertThat(update).as("%s%nprints%n%s%nnot%n%s", line, output, expected).isTrue();
      told.addAll(output.stripTrailing().lines().toList());
    }
    return told;
  }

  /** The last command of a page ends well too, or is asked how it ended. */
  void leave() {
    assertThat(last.exitCode()).as("%s%n%s", lastCommand, last.output()).isZero();
  }

  private Answer answer(String command) {
    var export = EXPORT.matcher(command);
    if (export.matches()) {
      environment.put(export.group(1), export.group(2));
      return new Answer(0, "");
    }
    var query = QUERY.matcher(command);
    if (query.matches()) {
      return new Answer(0, query(query.toMatchResult()));
    }
    var whimbrel = WHIMBREL.matcher(command);
    return whimbrel.matches() ? whimbrel(whimbrel.group(1), whimbrel.group(2)) : shell(command);
  }

  private Answer whimbrel(String variables, String arguments) {
    var there = new HashMap<>(environment);
    words(variables).forEach(pair -> there.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
    return door.call(folder, there, words(arguments));
  }

  private String query(MatchResult query) {
    String url =
        query.group(1) == null
            ? environment.get(query.group(2))
            : "sqlite:" + folder.resolve(query.group(1));
    String sql = query.group(3);
    try (var session = JdbcSession.open(ConnectionUrl.parse(Objects.requireNonNull(url)))) {
      if (!sql.regionMatches(true, 0, "select", 0, 6)) {
        session.execute(sql);
        return "";
      }
      return session.query(sql).stream().map(GuideTerminal::line).collect(Collectors.joining("\n"));
    }
  }

  /** A row as both tools print it when they are asked for no more than the values. */
  private static String line(Row row) {
    return row.values().values().stream().map(GuideTerminal::text).collect(Collectors.joining("|"));
  }

  private static String text(@Nullable Object value) {
    return value instanceof Boolean truth ? truth ? "t" : "f" : Objects.toString(value, "");
  }

  private Answer shell(String command) {
    try {
      var builder = new ProcessBuilder("sh", "-c", command);
      builder
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .environment()
          .putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command + " was interrupted", stopped);
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(GuideTerminal::word).toList();
  }

  private static String word(MatchResult match) {
    return match.group().matches("['\"].*")
        ? match.group().substring(1, match.group().length() - 1)
        : match.group();
  }
}
