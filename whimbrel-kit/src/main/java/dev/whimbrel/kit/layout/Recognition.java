package dev.whimbrel.kit.layout;

import dev.whimbrel.migrate.layout.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recognises folders of migrations below a folder by what lies in them. */
public record Recognition(Path root) {
  private static final Set<String> ELSEWHERE =
      Set.of("node_modules", "target", "build", "dist", "out-tsc", "vendor", "venv");
  private static final int DEPTH = 12;

  /** All there are, those nearest to the root first. */
  public List<FoundFolder> folders() {
    var found = new ArrayList<FoundFolder>();
    try {
      Files.walkFileTree(root, Set.of(), DEPTH, new Walk(found));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return found;
  }

  /** Goes into folders, but not into those of migrations. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<FoundFolder> found;

    Walk(List<FoundFolder> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      if (ELSEWHERE.contains(name) || (name.startsWith(".") && name.length() > 2)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Optional<Layout> layout = layout(folder);
      layout.ifPresent(known -> found.add(new FoundFolder(known, folder)));
      return layout.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }

  /** The layout of a folder; nothing if it holds no migrations. */
  static Optional<Layout> layout(Path folder) {
    if (Files.exists(folder.resolve("meta/_journal.json"))) {
      return Optional.of(Layout.DRIZZLE);
    }
    if (Files.exists(folder.resolve("migration_lock.toml"))) {
      return Optional.of(Layout.PRISMA);
    }
    return ofFolders(folder).or(() -> ofFiles(folder)).or(() -> ofNumberedFolders(folder));
  }

  private static Optional<Layout> ofFolders(Path folder) {
    if (any(folder, each -> Files.exists(each.resolve("up.sql")))) {
      return Optional.of(Layout.PAIRS);
    }
    if (!any(folder, each -> Files.exists(each.resolve("migration.sql")))) {
      return Optional.empty();
    }
    if (any(folder, each -> says(each.resolve("snapshot.json"), "\"prevIds\""))) {
      return Optional.of(Layout.DRIZZLE);
    }
    return Optional.of(
        any(folder, each -> Files.exists(each.resolve("snapshot.json")))
            ? Layout.WHIMBREL
            : Layout.PRISMA);
  }

  private static Optional<Layout> ofFiles(Path folder) {
    if (any(folder, named("(?:V[0-9].*|R)__.*\\.sql"))) {
      return Optional.of(Layout.FLYWAY);
    }
    if (any(folder, named("[0-9].*\\.up\\.sql"))) {
      return Optional.of(Layout.PAIRS);
    }
    if (!any(folder, named("[0-9]+[-_].*\\.sql"))) {
      return Optional.empty();
    }
    return Optional.of(
        any(folder, file -> named("[0-9].*\\.sql").test(file) && hasSections(file))
            ? Layout.DBMATE
            : Layout.NUMBERED);
  }

  /** A folder for each version, {@code 0.19/00__add_name.sql}. */
  private static Optional<Layout> ofNumberedFolders(Path folder) {
    Predicate<Path> version = each -> Files.isDirectory(each) && named("[0-9].*").test(each);
    return any(folder, version.and(each -> any(each, named("[0-9]+[-_].*\\.sql"))))
        ? Optional.of(Layout.NUMBERED)
        : Optional.empty();
  }

  private static boolean hasSections(Path file) {
    return says(file, "migrate:up") || says(file, "+goose Up") || says(file, "+migrate Up");
  }

  private static Predicate<Path> named(String form) {
    return file -> String.valueOf(file.getFileName()).matches(form);
  }

  private static boolean any(Path folder, Predicate<Path> test) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(test);
    } catch (IOException closed) {
      return false;
    }
  }

  private static boolean says(Path file, String words) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains(words);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
