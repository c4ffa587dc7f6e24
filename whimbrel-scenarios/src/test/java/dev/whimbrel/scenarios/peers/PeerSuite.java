package dev.whimbrel.scenarios.peers;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cases of one tool, a line of JSON each, which the server itself reads. */
record PeerSuite(Path folder) {
  private static final String QUERY =
      """
      SELECT c ->> 'id' AS id, coalesce(c ->> 'dialect', '') AS dialect,
        jsonb_exists_all(c, '{a,b}') AS pair,
        CASE jsonb_typeof(c -> 'a') WHEN 'array' THEN
          (SELECT string_agg(s, E';\\n') FROM jsonb_array_elements_text(c -> 'a') s)
          ELSE c ->> 'a' END AS a,
        CASE jsonb_typeof(c -> 'b') WHEN 'array' THEN
          (SELECT string_agg(s, E';\\n') FROM jsonb_array_elements_text(c -> 'b') s)
          ELSE c ->> 'b' END AS b
      FROM (SELECT ?::text::jsonb) line(c)
      """;

  String name() {
    return folder.getFileName().toString();
  }

  /** The pairs that are meant for PostgreSQL. */
  List<PeerCase> cases(Session session) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("cases.jsonl"))) {
      return lines
          .map(line -> session.query(QUERY, line).getFirst())
          .filter(row -> row.flag("pair") && row.text("dialect").equals("postgresql"))
          .map(this::peerCase)
          .toList();
    }
  }

  private PeerCase peerCase(Row row) {
    return new PeerCase(name(), row.text("id"), row.find("a").orElse(""), row.find("b").orElse(""));
  }
}
