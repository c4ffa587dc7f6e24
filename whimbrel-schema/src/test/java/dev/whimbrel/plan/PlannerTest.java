package dev.whimbrel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.diff.RenameResolver;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Index;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.View;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final ObjectName USERS = ObjectName.of("users");
  private static final ObjectName POSTS = ObjectName.of("posts");
  private static final ObjectName MOOD = ObjectName.of("mood");
  private static final Column ID = Column.of("id", new DataType.Int(32)).notNull();
  private static final Table BARE_USERS = Table.of(USERS, ID);
  private static final Constraint.PrimaryKey USERS_KEY =
      new Constraint.PrimaryKey("users_pkey", List.of("id"));

  /** Says each change in words, which is all that its order needs. */
  private static final Planner PLANNER =
      new Planner(
          (change, before) -> List.of(Statement.of(change.describe())),
          List.of(new SeparateForeignKeys()));

  @Test
  void tablesThatReferToOneAnotherAreMadeBeforeTheirForeignKeys() {
    Table users = keyed(USERS).with(foreignKey("users_posts_fk", POSTS));
    Table posts = keyed(POSTS).with(foreignKey("posts_users_fk", USERS));

    assertThat(sql(Schema.empty(), Schema.of(users, posts)))
        .containsExactly(
            "create table posts",
            "create table users",
            "add foreign key posts_users_fk to posts",
            "add foreign key users_posts_fk to users");
  }

  @Test
  void andTheirForeignKeysGoBeforeThem() {
    Table users = keyed(USERS).with(foreignKey("users_posts_fk", POSTS));
    Table posts = keyed(POSTS).with(foreignKey("posts_users_fk", USERS));

    assertThat(sql(Schema.of(users, posts), Schema.empty()))
        .startsWith(
            "drop foreign key posts_users_fk from posts",
            "drop foreign key users_posts_fk from users");
  }

  @Test
  void aTypeIsMadeBeforeTheColumnThatHasIt() {
    var mood = Column.of("mood", new DataType.Array(new DataType.Enumerated(MOOD)));
    Schema wanted = Schema.of(new EnumType(MOOD, List.of("ok")), BARE_USERS.with(mood));

    assertThat(sql(Schema.of(BARE_USERS), wanted))
        .containsExactly("create type mood", "add column users.mood");
    assertThat(sql(wanted, Schema.of(BARE_USERS)))
        .containsExactly("drop column users.mood", "drop type mood");
  }

  @Test
  void anIndexGoesBeforeItsColumnDoes() {
    Column name = Column.of("name", new DataType.Int(32));
    Table indexed = BARE_USERS.with(name).with(Index.of("by_name", false, List.of("name")));

    assertThat(sql(Schema.of(indexed), Schema.of(BARE_USERS)))
        .containsExactly("drop index by_name from users", "drop column users.name");
  }

  @Test
  void whatStandsInThePlaceOfTheNewGoesFirst() {
    Table plain = BARE_USERS.with(Index.of("by_id", false, List.of("id")));
    Table unique = BARE_USERS.with(Index.of("by_id", true, List.of("id")));

    assertThat(sql(Schema.of(plain), Schema.of(unique)))
        .containsExactly("drop index by_id from users", "add index by_id to users");
  }

  @Test
  void aForeignKeyComesAfterTheKeyItNeeds() {
    Table posts = Table.of(POSTS, ID);

    assertThat(
            sql(
                Schema.of(BARE_USERS, posts),
                Schema.of(BARE_USERS.with(USERS_KEY), posts.with(foreignKey("fk", USERS)))))
        .containsExactly("add primary key users_pkey to users", "add foreign key fk to posts");
  }

  @Test
  void aViewIsMadeAfterAndGoesBeforeWhatItReads() {
    var view = new View(ObjectName.of("active"), "SELECT 1", false, Set.of(USERS));

    assertThat(sql(Schema.empty(), Schema.of(view, BARE_USERS)))
        .containsExactly("create table users", "create view active");
    assertThat(sql(Schema.of(view, BARE_USERS), Schema.empty()))
        .containsExactly("drop view active", "drop table users");
  }

  @Test
  void aPlanSaysWhatTheWayBackDoesNotBringBack() {
    Plan plan = plan(Schema.of(BARE_USERS), Schema.empty());

    assertThat(plan.steps().getFirst().back())
        .isEqualTo(
            new Step.Back.ShapeOnly(
                List.of(Statement.of("create table users")), "the rows of table users"));
  }

  @Test
  void theSameSchemaNeedsNoPlan() {
    assertThat(plan(Schema.of(BARE_USERS), Schema.of(BARE_USERS)).isEmpty()).isTrue();
  }

  private static Table keyed(ObjectName name) {
    return Table.of(name, ID).with(new Constraint.PrimaryKey(name + "_pkey", List.of("id")));
  }

  private static Constraint foreignKey(String name, ObjectName references) {
    return new Constraint.ForeignKey(
        name,
        List.of("id"),
        references,
        List.of("id"),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION,
        Constraint.Deferral.NOT_DEFERRABLE);
  }

  private static List<String> sql(Schema from, Schema to) {
    return plan(from, to).forward().stream().map(Statement::sql).toList();
  }

  private static Plan plan(Schema from, Schema to) {
    List<Change> changes = new Differ(RenameResolver.none()).diff(from, to);
    return PLANNER.plan(from, changes);
  }
}
