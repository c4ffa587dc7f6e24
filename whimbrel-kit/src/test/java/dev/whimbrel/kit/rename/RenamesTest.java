package dev.whimbrel.kit.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.RenameHint;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RenamesTest {
  private static final ObjectName POSTS = ObjectName.of("posts");

  @Test
  void followsTheHintsOfTheSource() {
    var hints =
        List.<RenameHint>of(
            new RenameHint.OfTable(POSTS, ObjectName.of("articles")),
            new RenameHint.OfColumn(ObjectName.of("articles"), "title", "headline"));
    var renames = new Renames(hints, Decisions.none(), Asker.nobody());

    assertThat(
            renames.renames(schema("posts", "id", "title"), schema("articles", "id", "headline")))
        .extracting(Change::describe)
        .containsExactly(
            "rename table posts to articles", "rename column articles.title to headline");
  }

  @Test
  void passesOverHintsThatWereFollowedBefore() {
    var hints = List.<RenameHint>of(new RenameHint.OfColumn(POSTS, "title", "headline"));
    var renames = new Renames(hints, Decisions.none(), Asker.nobody());
    Schema same = schema("posts", "id", "headline");

    assertThat(renames.renames(same, same)).isEmpty();
  }

  @Test
  void takesDecisionsAsTheyDescribeThemselves() {
    Schema from = schema("posts", "id", "title", "text");
    Schema to = schema("posts", "id", "headline", "body");
    var decisions =
        Decisions.parse(
            """
            # agreed on Monday
              rename column  posts.title to headline
            add column posts.body
            """);

    assertThat(new Renames(List.of(), decisions, Asker.nobody()).renames(from, to))
        .extracting(Change::describe)
        .containsExactly("rename column posts.title to headline");
  }

  @Test
  void saysWhatIsUndecided() {
    Schema from = schema("posts", "id", "title", "text");
    Schema to = schema("posts", "id", "headline", "body");
    var decisions = Decisions.parse("rename column posts.title to headline");

    assertThatThrownBy(() -> new Renames(List.of(), decisions, Asker.nobody()).renames(from, to))
        .asInstanceOf(InstanceOfAssertFactories.type(UndecidedException.class))
        .extracting(RenamesTest::lines)
        .isEqualTo(List.of("rename column posts.text to body", "add column posts.body"));
  }

  @Test
  void asksThePersonLast() {
    Asker person = question -> Optional.of(question.added());

    assertThat(
            new Renames(List.of(), Decisions.none(), person)
                .renames(schema("a", "id"), schema("b", "id")))
        .isEmpty();
  }

  @Test
  void neverRenamesOneThingTwice() {
    Asker person = question -> Optional.of(question.renames().getFirst());

    assertThat(
            new Renames(List.of(), Decisions.none(), person)
                .renames(schema("posts", "old"), schema("posts", "one", "two")))
        .hasSize(1);
  }

  private static List<String> lines(UndecidedException undecided) {
    return undecided.questions().stream().flatMap(RenamesTest::lines).toList();
  }

  private static Stream<String> lines(RenameQuestion question) {
    return Stream.concat(question.renames().stream(), Stream.of(question.added()))
        .map(Change::describe);
  }

  private static Schema schema(String table, String... columns) {
    return Schema.of(
        Table.of(
            ObjectName.of(table),
            Stream.of(columns)
                .map(name -> Column.of(name, new DataType.Int(32)))
                .toArray(Column[]::new)));
  }
}
