package dev.whimbrel.kit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a schema is said so that its author can mend it. */
class BadSchemaTest {
  private static final String USERS =
      """
      class Users extends PostgresTable {
        final Column<UUID> id = uuid("id").primaryKey();
      }
      """;

  @TempDir Path folder;

  @Test
  void aMisspeltColumnIsWhatJavacSaysItIs() {
    refused(
            USERS,
            """
            class Posts extends PostgresTable {
              final Column<UUID> userId = uuid("user_id").references(Users.class, u -> u.idd);
            }
            """)
        .hasMessageContaining("The schema does not compile:")
        .hasMessageContaining("Posts.java:7: error: cannot find symbol")
        .hasMessageContaining("references(Users.class, u -> u.idd)")
        .hasMessageContaining("symbol:   variable idd")
        .hasMessageEndingWith("1 error");
  }

  @Test
  void aForeignKeyBetweenDifferentTypesDoesNotCompile() {
    refused(
            USERS,
            """
            class Posts extends PostgresTable {
              final Column<Integer> userId = integer("user_id").references(Users.class, u -> u.id);
            }
            """)
        .hasMessageContaining("Column<UUID> cannot be converted to Column<Integer>");
  }

  @Test
  void aSuppliedReferenceOfAnotherTypeDoesNotCompile() {
    refused(
            "class Users extends PostgresTable { static final Users TABLE = new Users(); final Column<UUID> id = uuid(\"id\"); }",
            """
            class Posts extends PostgresTable {
              final Column<Integer> userId = integer("user_id").references(() -> Users.TABLE.id);
            }
            """)
        .hasMessageContaining("Column<UUID> cannot be converted to Column<Integer>");
  }

  @Test
  void aCompositeKeyBetweenDifferentTypesDoesNotCompile() {
    refused(
            USERS,
            """
            class Posts extends PostgresTable {
              final Column<Long> userId = bigint("user_id");
              { foreignKey(Users.class).on(userId, u -> u.id); }
            }
            """)
        .hasMessageContaining("Posts.java:8: error:");
  }

  @Test
  void twoTablesOfOneNameAreBothNamedWithTheirFiles() {
    refused(
            USERS,
            """
            class People extends PostgresTable {
              People() { super("users"); }
              final Column<UUID> id = uuid("id").primaryKey();
            }
            """)
        .hasMessageContaining("Two tables are named users: ")
        .hasMessageContaining("Users (" + folder.resolve("Users.java") + ")")
        .hasMessageContaining("People (" + folder.resolve("People.java") + ")");
  }

  @Test
  void aForeignKeyToATableThatIsNotInTheSchemaIsNamed() {
    refused(
            USERS.replace("class", "abstract class"),
            """
            class Posts extends PostgresTable {
              final Column<UUID> userId = uuid("user_id").references(Users.class, u -> u.id);
            }
            """)
        .hasMessageContaining("The foreign key on user_id of Posts")
        .hasMessageContaining("refers to a table that is not in the schema: Users (");
  }

  @Test
  void twoColumnsOfOneNameAreNamed() {
    refused(
            """
            class Posts extends PostgresTable {
              final Column<UUID> a = uuid("id");
              final Column<UUID> b = uuid("id");
            }
            """)
        .hasMessageContaining("table posts has two columns named id");
  }

  @Test
  void anIndexOnAColumnOfAnotherTableIsNamed() {
    refused(
            "class Users extends PostgresTable { static final Users TABLE = new Users(); final Column<UUID> id = uuid(\"id\"); }",
            """
            class Posts extends PostgresTable {
              final Column<UUID> id = uuid("id");
              { index("posts_idx").on(Users.TABLE.id); }
            }
            """)
        .hasMessageContaining(
            "the index posts_idx of table posts names the column id, which belongs to table users");
  }

  @Test
  void anExceptionOfTheSchemaItselfIsShownWithItsLine() {
    refused(
            """
            class Posts extends PostgresTable {
              final Column<UUID> id = uuid("id");
              { if (true) throw new IllegalStateException("no disk"); }
            }
            """)
        .hasMessageContaining("Posts (")
        .hasMessageContaining("its own code threw java.lang.IllegalStateException: no disk")
        .hasMessageContaining("(Posts.java:8)");
  }

  @Test
  void aTableThatTheExportLeavesOutIsNamed() {
    refused(
            USERS,
            "class Posts extends PostgresTable { final Column<UUID> id = uuid(\"id\"); }",
            "class App extends PostgresSchema { { tables(Users.class); } }")
        .hasMessageContaining("Posts (" + folder.resolve("Posts.java") + ")")
        .hasMessageContaining("is a table that App (" + folder.resolve("App.java") + ")")
        .hasMessageContaining("does not export; add Posts.class to its tables(…).");
  }

  @Test
  void twoPrimaryKeysAreOneTooMany() {
    refused(
            """
            class Posts extends PostgresTable {
              final Column<UUID> a = uuid("a").primaryKey();
              final Column<UUID> b = uuid("b").primaryKey();
            }
            """)
        .hasMessageContaining("table posts has two primary keys");
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    refused(
            "class A extends PostgresTable { Column<UUID> a = uuid(\"id\"); Column<UUID> b = uuid(\"id\"); }",
            "class B extends PostgresTable { Column<UUID> a = uuid(\"id\"); Column<UUID> b = uuid(\"id\"); }")
        .hasMessageContaining("table a has two columns")
        .hasMessageContaining("table b has two columns");
  }

  @Test
  void anInnerClassMustBeStatic() {
    refused("class Outer { class Posts extends PostgresTable { Column<UUID> a = uuid(\"id\"); } }")
        .hasMessageContaining("a class within another must be static");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(
            () -> JavaSource.ofSources(List.of(missing), List.of(), Optional.empty()).read())
        .isInstanceOf(SchemaSourceException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void aFolderWithoutATableIsSaid() {
    refused("class Nothing {}").hasMessageContaining("No class of the schema declares a table");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String... sources) {
    var written = new SourceFolder(folder);
    for (String source : sources) {
      written.postgres(source);
    }
    assertThat(folder).isNotEmptyDirectory();
    return assertThatThrownBy(written::desired).isInstanceOf(SchemaSourceException.class);
  }
}
