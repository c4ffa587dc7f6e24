package dev.whimbrel.scenarios;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest dump tool, for the newest server, which the tools of distributions do not read. It is
 * PostgreSQL's own, as a package of npm has it; a test that asks for it is skipped without npm.
 */
public final class NewestDump implements AutoCloseable {
  private static final Pattern SERVER =
      Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*");

  private final Process process;
  private final BufferedReader answers;

  private NewestDump(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it once for many dumps. */
  public static NewestDump start() {
    NodeProject node = NodeProject.with("pg_dump", "@electric-sql/pglite-tools@0.4.8");
    Path script = node.folder().resolve("dump.mjs");
    try (InputStream source = NewestDump.class.getResourceAsStream("/dump/dump.mjs")) {
      Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
      return new NewestDump(
          new ProcessBuilder("node", script.toString())
              .directory(node.folder().toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What it says of the database's schema, without owners and our own history. */
  public String raw(ConnectionUrl url, String option) {
    Matcher server = SERVER.matcher(url.jdbcUrl());
    assumeTrue(server.matches(), url.toString());
    String connection =
        "dbname='%s' user='%s' password='%s'"
            .formatted(server.group(3), url.user().orElse(""), url.password().orElse(""));
    List<String> words =
        List.of(
            server.group(1),
            server.group(2),
            Base64.getEncoder().encodeToString(connection.getBytes(StandardCharsets.UTF_8)),
            "--schema-only",
            "--no-owner",
            "--exclude-table=_whimbrel_*",
            option);
    return answer(String.join(" ", words) + "\n");
  }

  private synchronized String answer(String question) {
    try {
      process.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      String[] said = String.valueOf(answers.readLine()).split(" ", 2);
      String text =
          said.length < 2
              ? ""
              : new String(Base64.getDecoder().decode(said[1]), StandardCharsets.UTF_8);
      if (!said[0].equals("ok")) {
        throw new IllegalStateException("The dump tool said: " + said[0] + " " + text);
      }
      return text;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
