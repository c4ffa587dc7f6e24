package dev.whimbrel.migrate.layout;

import dev.whimbrel.migrate.directory.Oddity;
import dev.whimbrel.migrate.directory.Texts;
import dev.whimbrel.migrate.json.Json;
import dev.whimbrel.migrate.json.JsonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The snapshots of a Drizzle folder, and how they hang together. They do not decide what runs.
 *
 * @param files where they are expected, in the order of the migrations
 */
record DrizzleSnapshots(List<Path> files) {
  private static final String NONE = "00000000-0000-0000-0000-000000000000";

  Stream<Oddity> oddities() {
    var oddities = new ArrayList<Oddity>();
    List<Path> missing = files.stream().filter(Files::notExists).toList();
    if (!missing.isEmpty()) {
      oddities.add(
          new Oddity(
              name(missing.getFirst()),
              missing.size() == 1
                  ? "this snapshot is missing; drizzle-kit cannot compare with it"
                  : "this snapshot and %d more are missing; drizzle-kit cannot compare with them"
                      .formatted(missing.size() - 1)));
    }
    var owners = new HashMap<String, Path>();
    for (Path file : files) {
      if (Files.exists(file)) {
        look(file, owners, missing.isEmpty(), oddities);
      }
    }
    return oddities.stream();
  }

  private static void look(
      Path file, Map<String, Path> owners, boolean whole, List<Oddity> oddities) {
    try {
      Json snapshot = Json.parse(new Texts(file).find(file).orElse(""));
      for (String parent : parents(snapshot)) {
        // where snapshots are missing, the parent may be one of them
        if (whole && !parent.equals(NONE) && !owners.containsKey(parent)) {
          oddities.add(
              new Oddity(name(file), "follows a snapshot %s that is not there".formatted(parent)));
        }
      }
      String id = snapshot.text("id").orElse("");
      Path other = owners.putIfAbsent(id, file);
      if (other != null) {
        oddities.add(
            new Oddity(name(file), "has the id of %s: one is a copy".formatted(name(other))));
      }
    } catch (JsonException broken) {
      oddities.add(new Oddity(name(file), "is no JSON, " + broken.getMessage()));
    }
  }

  private static List<String> parents(Json snapshot) {
    return Stream.concat(
            snapshot.text("prevId").stream(),
            snapshot.items("prevIds").stream()
                .filter(Json.Text.class::isInstance)
                .map(text -> ((Json.Text) text).value()))
        .toList();
  }

  /** With its folder, since all are called alike in some. */
  private static String name(Path file) {
    return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
  }
}
