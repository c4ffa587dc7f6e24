package dev.whimbrel.bench;

import dev.whimbrel.scratch.ScratchDatabase;
import dev.whimbrel.scratch.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Empty databases, as many as are asked for, gone when this is closed. */
final class Databases implements AutoCloseable {
  private final Later<ScratchServer> server = new Later<>(ScratchServer::embedded);
  private final List<ScratchDatabase> made = new ArrayList<>();
  private final Path folder;

  Databases(Path folder) {
    this.folder = folder;
  }

  Target.Postgres postgres() {
    ScratchDatabase database = server.get().create();
    made.add(database);
    return new Target.Postgres(database.url(), database.user(), database.password());
  }

  Target.Sqlite sqlite() {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "bench", ".db");
      Files.delete(file);
      return new Target.Sqlite(file.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    if (!made.isEmpty()) {
      made.forEach(ScratchDatabase::close);
      server.get().close();
    }
  }
}
