package dev.whimbrel.kit.prove;

import dev.whimbrel.migrate.directory.Migration;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.proof.Proof;
import dev.whimbrel.proof.Verdict;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A verdict with the checksums of the scripts that it is about.
 *
 * @param down empty where there is no way back
 * @param withoutRows tables into which no row could be put
 */
public record ProofRecord(
    Verdict verdict, String detail, String up, String down, String withoutRows) {
  /** The file beside the migration. */
  public static final String FILE_NAME = "proof.json";

  /** What was found of the migration as it is now. */
  public static ProofRecord of(Migration migration, Proof proof) {
    return new ProofRecord(
        proof.verdict(),
        proof.detail(),
        migration.up().checksum(),
        down(migration),
        proof.withoutRows().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  private static String down(Migration migration) {
    return migration.down().map(Script::checksum).orElse("");
  }

  /** Whether it is about the migration as it is now. */
  public boolean isAbout(Migration migration) {
    return up.equals(migration.up().checksum()) && down.equals(down(migration));
  }

  /** The record as it lies in its file. */
  public String json() {
    var text = new StringWriter();
    try (var out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      members().forEach((name, value) -> out.writeStringProperty(name, value));
      out.writeEndObject();
    }
    return text.toString()
        .replace("\",\"", "\",\n  \"")
        .replace("{\"", "{\n  \"")
        .replace("\"}", "\"\n}\n");
  }

  private Map<String, String> members() {
    var members = new LinkedHashMap<String, String>();
    members.put("verdict", verdict.word());
    members.put("detail", detail);
    members.put("up", up);
    members.put("down", down);
    members.put("withoutRows", withoutRows);
    return members;
  }

  /** The record in such a file; nothing if it holds none. */
  public static Optional<ProofRecord> parse(String json) {
    var members = new LinkedHashMap<String, String>();
    try (var in = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      while (in.nextToken() != null) {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
          members.put(in.currentName(), in.getString());
        }
      }
    } catch (JacksonException broken) {
      return Optional.empty();
    }
    return Verdict.of(members.getOrDefault("verdict", ""))
        .map(verdict ->
            new ProofRecord(
                verdict,
                members.getOrDefault("detail", ""),
                members.getOrDefault("up", ""),
                members.getOrDefault("down", ""),
                members.getOrDefault("withoutRows", "")));
  }
}
