package dev.whimbrel.kit;

import dev.whimbrel.migrate.directory.Ignored;
import dev.whimbrel.migrate.directory.MigrationDirectory;
import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.layout.PrismaDirectory;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the folder of migrations by itself, and needs no database. */
public final class CheckFolder {
  private final Project project;

  public CheckFolder(Project project) {
    this.project = project;
  }

  /**
   * What there is.
   *
   * @param migrations how many migrations
   */
  public record Result(int migrations, List<Oddity> oddities, List<Ignored> ignored) {
    public Result {
      oddities = List.copyOf(oddities);
      ignored = List.copyOf(ignored);
    }
  }

  public Result run() {
    MigrationDirectory directory = project.directory();
    return new Result(
        directory.migrations().size(),
        Stream.concat(directory.oddities().stream(), otherDatabase(directory)).toList(),
        directory.ignored());
  }

  private Stream<Oddity> otherDatabase(MigrationDirectory directory) {
    return directory instanceof PrismaDirectory prisma
        ? prisma.provider().stream()
            .filter(provider -> !provider.equals(project.dialect().name()))
            .map(provider ->
                new Oddity(
                    PrismaDirectory.LOCK,
                    "says %s, and the configuration says %s"
                        .formatted(provider, project.dialect().name())))
        : Stream.empty();
  }
}
