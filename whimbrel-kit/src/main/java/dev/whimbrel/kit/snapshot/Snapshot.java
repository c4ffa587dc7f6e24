package dev.whimbrel.kit.snapshot;

import dev.whimbrel.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The schema as it is after a migration, kept beside it.
 *
 * @param id tells it from all others
 * @param parents the snapshots it follows: none for the first, two where branches were joined
 * @param dialect whose normal form the schema is in
 * @param renames what the migration renamed, each as a change describes itself: the one thing that
 *     two schemas side by side do not tell
 */
public record Snapshot(
    String id, List<String> parents, String dialect, List<String> renames, Schema schema) {
  /** The version of the format that this program writes, and the newest it reads. */
  public static final int VERSION = 1;

  private static final int ID_LENGTH = 32;

  public Snapshot {
    parents = List.copyOf(parents);
    renames = List.copyOf(renames);
  }

  /** The snapshot of a migration of that name; its id follows from all that it says. */
  public static Snapshot of(
      String migration, List<String> parents, String dialect, List<String> renames, Schema schema) {
    var nameless = new Snapshot("", parents, dialect, renames, schema);
    String id = digest(migration + "\n" + nameless.json()).substring(0, ID_LENGTH);
    return new Snapshot(id, parents, dialect, renames, schema);
  }

  /** The text of its file, with a newline at the end. */
  public String json() {
    return JsonText.of(SnapshotSpelling.of(this));
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @param file the name of the file, for messages
   * @throws SnapshotException if it is broken, or newer than this program
   */
  public static Snapshot parse(String json, String file) {
    return new SnapshotReader(file).read(JsonReader.read(json, file));
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
