package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.jdbc.ConnectionUrl;
import dev.whimbrel.testkit.database.TestDatabase;
import dev.whimbrel.testkit.database.TestDatabases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a page for what there is while it is run: {@code /home/ann/shop} for the folder,
 * {@code postgresql://ann:secret@localhost:5432/shop} for a database of the scratch server, which
 * is made when it is first named.
 */
final class StandIns implements AutoCloseable {
  private static final String HOME = "/home/ann/shop";
  private static final Pattern URL =
      Pattern.compile("postgresql://([^@/\\s]*@)?localhost:5432/(\\w+)");

  private final Path folder;
  private final TestDatabases databases;
  private final Map<String, TestDatabase> made = new LinkedHashMap<>();

  StandIns(Path folder, TestDatabases databases) {
    this.folder = folder;
    this.databases = databases;
  }

  /** The text with what there is. */
  String real(String text) {
    String placed = text.replace(HOME, folder.toString());
    return URL.matcher(placed).replaceAll(use -> Matcher.quoteReplacement(url(use)));
  }

  /** The text with what a page says. */
  String told(String text) {
    String told = text.replace(folder.toString(), HOME);
    for (var each : made.entrySet()) {
      String place = place(each.getValue().url());
      told = told.replace(place, "localhost:5432/" + each.getKey());
      told = told.replace(place.substring(place.indexOf('/') + 1), each.getKey());
    }
    return told;
  }

  private String url(MatchResult use) {
    ConnectionUrl url = made.computeIfAbsent(use.group(2), name -> databases.postgres()).url();
    String credentials =
        use.group(1) == null || use.group(1).equals("ann:secret@")
            ? encoded(url.user().orElse("")) + ":" + encoded(url.password().orElse("")) + "@"
            : use.group(1);
    return "postgresql://" + credentials + place(url);
  }

  private static String place(ConnectionUrl url) {
    return url.shown().replaceFirst("^jdbc:postgresql://", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    made.values().forEach(TestDatabase::close);
  }
}
