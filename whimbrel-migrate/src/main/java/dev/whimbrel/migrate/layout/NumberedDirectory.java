package dev.whimbrel.migrate.layout;

import static java.util.Comparator.comparing;

import dev.whimbrel.migrate.directory.Direction;
import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.layout.SqlFiles.SqlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files with a number in front, {@code 043-add-preferences.sql}, in the order of their numbers, in
 * folders with a number in front or in none. Gaps are allowed. Where a registry lists the files,
 * its order counts, and what it does not list does not run. The way back is in a {@code .down.sql}
 * or in comments.
 */
public final class NumberedDirectory implements MigrationDirectory {
  private static final Pattern NAME = Pattern.compile("(?:[0-9][^/]*/)*[0-9]+[^/]*\\.sql");
  private static final String DOWN = ".down.sql";

  private final Path folder;
  private final Optional<Path> registry;

  public NumberedDirectory(Path folder, Optional<Path> registry) {
    this.folder = folder;
    this.registry = registry;
  }

  @Override
  public List<Migration> migrations() {
    List<SqlFile> files = files();
    return registry.map(list -> listed(list, files)).orElse(files).stream()
        .map(this::read)
        .toList();
  }

  @Override
  public String place(MigrationId id, Direction direction) {
    Path down = folder.resolve(id + DOWN);
    boolean file = direction == Direction.DOWN && Files.exists(down);
    return (file ? down : folder.resolve(id + ".sql")).toString();
  }

  @Override
  public List<Ignored> ignored() {
    List<MigrationId> ids = migrations().stream().map(Migration::id).toList();
    return new SqlFiles(folder)
        .all().stream()
            .map(SqlFile::name)
            .filter(name -> name.endsWith(".sql") && !name.endsWith(DOWN))
            .filter(name -> !ids.contains(id(name)))
            .map(name -> new Ignored(name, why(name)))
            .toList();
  }

  @Override
  public List<Oddity> oddities() {
    return Stream.concat(
            Numbers.doubled(migrations(), NumberedDirectory::wholeNumber),
            registry.stream().flatMap(this::withoutFile))
        .toList();
  }

  /** With the folders above, whose numbers count too. */
  private static String wholeNumber(MigrationId id) {
    return id.number().isEmpty()
        ? ""
        : id.value().substring(0, id.value().lastIndexOf('/') + 1) + id.number();
  }

  private String why(String name) {
    return NAME.matcher(name).matches()
        ? "it is not listed in " + registry.map(Path::toString).orElse("the registry")
        : "it has no number in front";
  }

  private List<SqlFile> files() {
    return new SqlFiles(folder)
        .all().stream()
            .filter(file -> NAME.matcher(file.name()).matches() && !file.name().endsWith(DOWN))
            .sorted(comparing(file -> id(file.name()).value(), new NaturalOrder()))
            .toList();
  }

  private static List<SqlFile> listed(Path list, List<SqlFile> files) {
    Map<String, SqlFile> byName =
        files.stream().collect(Collectors.toMap(SqlFile::name, Function.identity()));
    return new Registry(list)
        .names().stream().flatMap(name -> Stream.ofNullable(byName.get(name))).toList();
  }

  private Stream<Oddity> withoutFile(Path list) {
    return new Registry(list)
        .names().stream()
            .filter(name -> Files.notExists(folder.resolve(name)))
            .map(name ->
                new Oddity(
                    name, "is listed in %s, but is not there; it cannot run".formatted(list)));
  }

  private Migration read(SqlFile file) {
    MigrationId id = id(file.name());
    String text = file.text();
    return new Migration(
        id,
        new Script(text),
        new Texts(folder)
            .seek(folder.resolve(id + DOWN))
            .map(Script::new)
            .or(() -> RollbackComment.in(text)));
  }

  private static MigrationId id(String name) {
    return new MigrationId(name.substring(0, name.length() - ".sql".length()));
  }
}
