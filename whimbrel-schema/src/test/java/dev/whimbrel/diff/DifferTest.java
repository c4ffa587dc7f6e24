package dev.whimbrel.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferTest {
  private static final ObjectName POSTS = ObjectName.of("posts");
  private static final Column ID = Column.of("id", new DataType.Int(32));
  private static final Column TITLE = Column.of("title", new DataType.Text(Optional.empty()));
  private static final Column HEADLINE = TITLE.named("headline");

  @Test
  void theOrderOfColumnsIsNoDifference() {
    assertThat(diff(Table.of(POSTS, ID, TITLE), Table.of(POSTS, TITLE, ID))).isEmpty();
  }

  @Test
  void neverTakesADropAndAnAddForARename() {
    assertThat(diff(Table.of(POSTS, TITLE), Table.of(POSTS, HEADLINE)))
        .containsExactlyInAnyOrder(
            new Change.DropColumn(POSTS, TITLE), new Change.AddColumn(POSTS, HEADLINE));
  }

  @Test
  void aRenameThatWasAnsweredIsTheOnlyChange() {
    Change rename = new Change.RenameColumn(POSTS, "title", "headline");

    List<Change> changes =
        new Differ((from, to) -> List.of(rename))
            .diff(Schema.of(Table.of(POSTS, TITLE)), Schema.of(Table.of(POSTS, HEADLINE)));

    assertThat(changes).containsExactly(rename);
  }

  @Test
  void aComputedColumnGoesAndComesAgain() {
    Column doubled = computed("id * 2");
    Column tripled = computed("id * 3");

    assertThat(diff(Table.of(POSTS, ID, doubled), Table.of(POSTS, ID, tripled)))
        .containsExactly(
            new Change.DropColumn(POSTS, doubled), new Change.AddColumn(POSTS, tripled));
  }

  @Test
  void asksOnlyWhereSomethingOfTheKindIsGone() {
    Schema before = Schema.of(Table.of(POSTS, ID));
    Schema after = Schema.of(Table.of(POSTS, ID, HEADLINE));

    assertThat(RenameQuestion.aboutColumns(before, after)).isEmpty();
  }

  @Test
  void asksAboutANewColumnWhileAnotherIsGone() {
    Schema before = Schema.of(Table.of(POSTS, ID, TITLE));
    Schema after = Schema.of(Table.of(POSTS, HEADLINE));

    RenameQuestion question = RenameQuestion.aboutColumns(before, after).getFirst();

    assertThat(question.added()).isEqualTo(new Change.AddColumn(POSTS, HEADLINE));
    assertThat(question.renames())
        .as("the column of the same type comes first")
        .containsExactly(
            new Change.RenameColumn(POSTS, "title", "headline"),
            new Change.RenameColumn(POSTS, "id", "headline"));
  }

  @Test
  void asksAboutANewTableWhileAnotherIsGone() {
    Schema before = Schema.of(Table.of(POSTS, ID));
    Schema after = Schema.of(Table.of(ObjectName.of("articles"), ID));

    assertThat(RenameQuestion.aboutTables(before, after).getFirst().renames())
        .containsExactly(new Change.RenameTable(POSTS, ObjectName.of("articles")));
  }

  private static List<Change> diff(Table from, Table to) {
    return new Differ(RenameResolver.none()).diff(Schema.of(from), Schema.of(to));
  }

  private static Column computed(String sql) {
    return Column.of("computed", new DataType.Int(32))
        .filledBy(new ValueSource.Generated(new Expression(sql), true));
  }
}
