package dev.whimbrel.kit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Opaque;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static SchemaObject table(String namespace, String name) {
    return Table.of(new ObjectName(namespace, name), Column.of("id", new DataType.Int(32)));
  }

  private static SchemaObject opaque(String name, String kind, ObjectName... leansOn) {
    return new Opaque(ObjectName.of(name), kind, "CREATE", "DROP", Set.of(leansOn));
  }

  private static Stream<String> within(Scope scope, SchemaObject... objects) {
    return scope
        .of(
            Schema.of(objects),
            part -> Set.of("trigger", "sequence owner").contains(part.objectKind()))
        .objects()
        .keySet()
        .stream()
        .map(ObjectName::toString);
  }

  private static Scope scope(List<String> namespaces, List<String> tables) {
    return Scope.everything().narrowed(namespaces, tables);
  }

  @Test
  void everythingIsAllButTheBooksOfOtherTools() {
    assertThat(
            within(
                Scope.everything(),
                table("", "users"),
                table("", "flyway_schema_history"),
                table("", "_prisma_migrations")))
        .containsExactly("users");
  }

  @Test
  void theBooksOfAnotherToolAreLookedAtWhereTheyAreNamedInFull() {
    SchemaObject books = table("", "flyway_schema_history");
    assertThat(within(scope(List.of(), List.of("flyway_schema_history")), books)).hasSize(1);
    assertThat(within(scope(List.of(), List.of("flyway_*")), books)).isEmpty();
  }

  @Test
  void patternsTakeInAndLeaveOut() {
    SchemaObject[] tables = {table("", "users"), table("", "tmp_a"), table("shop", "tmp_b")};
    assertThat(within(scope(List.of(), List.of("!tmp_*")), tables)).containsExactly("users");
    assertThat(within(scope(List.of(), List.of("!shop.tmp_*")), tables))
        .containsExactly("tmp_a", "users");
    assertThat(within(scope(List.of(), List.of("*tmp_?")), tables))
        .containsExactly("tmp_a", "shop.tmp_b");
    assertThat(within(scope(List.of(), List.of("shop.*")), tables)).containsExactly("shop.tmp_b");
    assertThat(within(scope(List.of("public"), List.of()), tables))
        .containsExactly("tmp_a", "users");
  }

  @Test
  void whatDoesSomethingForATableGoesWithIt() {
    assertThat(
            within(
                scope(List.of(), List.of("!users")),
                table("", "users"),
                opaque("trigger touch on users", "trigger", ObjectName.of("users")),
                opaque("function touch()", "function")))
        .containsExactly("function touch()");
  }

  @Test
  void theSequenceOfATableGoesWithIt() {
    ObjectName sequence = ObjectName.of("sequence numbers");
    assertThat(
            within(
                scope(List.of(), List.of("!users")),
                table("", "users"),
                opaque("sequence numbers", "sequence"),
                opaque(
                    "owner of sequence numbers",
                    "sequence owner",
                    sequence,
                    ObjectName.of("users"))))
        .isEmpty();
  }

  @Test
  void aNamespaceInWhichNothingElseIsGoesWithItsTables() {
    SchemaObject namespace = opaque("schema drizzle", "schema");
    SchemaObject books = table("drizzle", "__drizzle_migrations");
    assertThat(within(Scope.everything(), namespace, books)).isEmpty();
    assertThat(within(Scope.everything(), namespace, books, table("drizzle", "users"))).hasSize(2);
  }

  @Test
  void aNamespaceIsMatchedByItsOwnName() {
    SchemaObject namespace = opaque("schema shop", "schema");
    assertThat(within(scope(List.of("shop"), List.of()), namespace, table("", "users")))
        .containsExactly("schema shop");
    assertThat(within(scope(List.of("!shop"), List.of()), namespace, table("shop", "a"))).isEmpty();
  }
}
