package dev.whimbrel.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.jdbc.JdbcSession;
import dev.whimbrel.testkit.scenario.CommandDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of real programs lead where their own tools led: from nothing, and from where the own
 * tool stopped half-way. All of them where many tries are wanted, else a few quick ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoldersLawsTest {
  private static final Set<String> QUICK =
      Set.of(
          "better-chatbot", "umami", "dyad", "homarr-sqlite", "pingvin-share", "conductor-sqlite");

  private final CommandDoor door = new TypedCommands();
  private final List<String> table = new ArrayList<>();
  private @Nullable OlderServer older;
  @TempDir Path folder;

  /** The databases in which a story is told: where it is to lead, and where it happens. */
  private interface Story {
    void tell(RealDatabase wanted, RealDatabase made) throws IOException;
  }

  @AfterAll
  void stop() {
    table.forEach(System.out::println);
    if (older != null) {
      older.close();
    }
  }

  static Stream<RealFolder> folders() {
    return RealFolder.all().stream()
        .filter(real -> Integer.getInteger("laws.tries", 0) > 0 || QUICK.contains(real.end()));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void leadWhereTheirOwnToolLed(RealFolder real) throws IOException {
    begin(real);
    within(
        real,
        (wanted, made) -> {
          type(made, "migrate");
          clear(real, made);
          compare(wanted, made);
        });
    note(real, "from nothing", real.migrations().size());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void goOnWhereTheirOwnToolStopped(RealFolder real) throws IOException {
    begin(real);
    List<Migration> all = real.migrations();
    List<Migration> half = all.subList(0, (all.size() + 1) / 2);
    within(
        real,
        (wanted, made) -> {
          type(made, "migrate", "--to", half.getLast().id().value());
          forget(real, half, made);
          assertThat(type(made, "status"))
              .contains(half.getLast().id() + " ")
              .satisfies(text ->
                  assertThat(text.lines().filter(line -> line.contains(" applied")).count())
                      .isEqualTo(half.size()));
          type(made, "migrate");
          clear(real, made);
          compare(wanted, made);
        });
    note(real, "adopted after " + half.size(), all.size());
  }

  private void begin(RealFolder real) throws IOException {
    assumeTrue(real.isThere() && Files.exists(real.dump()), real + " is not at hand");
    Files.writeString(
        folder.resolve("whimbrel.yaml"), real.configuration(real.name().equals("harbor")));
  }

  private void note(RealFolder real, String how, int migrations) {
    table.add("%-36s %-20s %4d migrations, equal".formatted(real, how, migrations));
  }

  private void within(RealFolder real, Story story) throws IOException {
    String dump = Files.readString(real.dump());
    if (!real.isPostgres()) {
      Path place = Files.createTempDirectory(folder, "databases");
      tell(
          story,
          dump,
          RealDatabase.in(place.resolve("there.db")),
          RealDatabase.in(place.resolve("here.db")));
      return;
    }
    try (var wanted = server().server().create();
        var made = server().server().create()) {
      tell(story, dump, RealDatabase.on(wanted), RealDatabase.on(made));
    }
  }

  private static void tell(Story story, String dump, RealDatabase wanted, RealDatabase made)
      throws IOException {
    wanted.load(dump);
    story.tell(wanted, made);
  }

  /** Lets the database look as if the own tool had been at work, and not we. */
  private static void forget(RealFolder real, List<Migration> half, RealDatabase database) {
    try (JdbcSession session = database.open()) {
      session.execute("DROP TABLE _whimbrel_history");
      new OldTool(real, session).wrote(half);
    }
  }

  private static void clear(RealFolder real, RealDatabase database) {
    try (JdbcSession session = database.open()) {
      new OldTool(real, session).removal().forEach(session::execute);
    }
  }

  private static void compare(RealDatabase wanted, RealDatabase made) {
    assertThat(made.shape()).isEqualTo(wanted.shape());
  }

  private OlderServer server() {
    OlderServer running = older == null ? OlderServer.start() : older;
    older = running;
    return running;
  }

  private String type(RealDatabase database, String... arguments) {
    var answer = door.call(folder, database.environment(), List.of(arguments));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return answer.output();
  }
}
