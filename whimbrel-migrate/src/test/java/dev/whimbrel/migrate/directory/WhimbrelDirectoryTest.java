package dev.whimbrel.migrate.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations in folders, tidy and not. */
class WhimbrelDirectoryTest {
  private static final MigrationId OLDER = new MigrationId("20261121143000_brave_otter");
  private static final MigrationId YOUNGER = new MigrationId("20261122080000_calm_heron");

  @TempDir Path project;
  Path folder;
  WhimbrelDirectory directory;

  @BeforeEach
  void open() {
    folder = project.resolve("db/migrations");
    directory = new WhimbrelDirectory(folder);
  }

  @Test
  void holdsNothingBeforeItIsThere() {
    assertThat(directory.migrations()).isEmpty();
    assertThat(directory.ignored()).isEmpty();
  }

  @Test
  void readsWhatItWroteInOrder() {
    directory.add(YOUNGER, Map.of("migration.sql", "SELECT 2;\n"));
    directory.add(
        OLDER,
        Map.of("migration.sql", "SELECT 1;\n", "down.sql", "SELECT 0;\n", "snapshot.json", "{}"));
    assertThat(directory.migrations()).extracting(Migration::id).containsExactly(OLDER, YOUNGER);
    assertThat(directory.migrations().getFirst().down()).contains(new Script("SELECT 0;\n"));
    assertThat(directory.file(OLDER, "snapshot.json")).contains("{}");
    assertThat(directory.file(YOUNGER, "snapshot.json")).isEmpty();
  }

  @Test
  void leavesNothingBesideTheMigration() {
    directory.add(OLDER, Map.of("migration.sql", "SELECT 1;\n"));
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void leavesNothingWhereItCannotFinish() {
    assertThatThrownBy(
            () -> directory.add(OLDER, Map.of("migration.sql", "x", "not/there.sql", "y")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("Nothing was written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doesNotWriteOverAMigration() {
    directory.add(OLDER, Map.of("migration.sql", "SELECT 1;\n"));
    assertThatThrownBy(() -> directory.add(OLDER, Map.of("migration.sql", "SELECT 2;\n")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("is there already");
    assertThat(directory.migrations().getFirst().up()).isEqualTo(new Script("SELECT 1;\n"));
  }

  @Test
  void saysWhereItMayNotWrite() throws IOException {
    Files.writeString(Files.createDirectories(project).resolve("db"), "a file");
    assertThatThrownBy(() -> directory.add(OLDER, Map.of("migration.sql", "SELECT 1;\n")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(OLDER + " cannot be written into " + folder)
        .hasMessageContaining("Nothing was written");
  }

  @Test
  void passesOverWhatIsNoMigrationAndSaysWhy() throws IOException {
    directory.add(OLDER, Map.of("migration.sql", "SELECT 1;\n"));
    Files.writeString(folder.resolve("README.md"), "hello");
    Files.writeString(folder.resolve(".DS_Store"), "");
    Files.createDirectory(folder.resolve("meta"));
    Files.createDirectory(folder.resolve("." + YOUNGER + ".unfinished-17"));
    assertThat(directory.migrations()).hasSize(1);
    assertThat(directory.ignored())
        .extracting(Ignored::name)
        .containsExactly("." + YOUNGER + ".unfinished-17", "README.md", "meta");
  }

  @Test
  void namesAFolderWithoutItsScript() throws IOException {
    Files.createDirectories(folder.resolve(OLDER.value()));
    assertThatThrownBy(directory::migrations)
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(OLDER + " is named like a migration but holds no migration.sql");
  }

  @Test
  void skipsNoScriptForItsFoldersName() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("add users"));
    Files.writeString(odd.resolve("migration.sql"), "SELECT 1;\n");
    assertThatThrownBy(directory::migrations)
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("add users")
        .hasMessageContaining("Rename the folder");
  }

  @Test
  void namesAFileThatIsNotUtf8() throws IOException {
    directory.add(OLDER, Map.of("migration.sql", "SELECT 1;\n"));
    Files.write(folder.resolve(OLDER.value()).resolve("down.sql"), new byte[] {(byte) 0xe9, 0x20});
    assertThatThrownBy(directory::migrations)
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("down.sql is not written in UTF-8");
  }

  @Test
  void takesAllLineEndsForOne() {
    assertThat(new Script("a\r\nb\rc\n").checksum()).isEqualTo(new Script("a\nb\nc\n").checksum());
    assertThat(new Script("a\n").checksum()).isNotEqualTo(new Script("a").checksum());
  }

  @Test
  void knowsNoIdThatLeadsElsewhere() {
    assertThat(OLDER.number() + " " + OLDER.name()).isEqualTo("20261121143000 brave_otter");
    assertThatThrownBy(() -> new MigrationId("20261121143000_/../../etc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no migration id");
  }
}
