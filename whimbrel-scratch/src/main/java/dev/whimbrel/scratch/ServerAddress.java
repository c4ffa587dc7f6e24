package dev.whimbrel.scratch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a server listens and who we are there; {@code database} is the one we connect to first. */
record ServerAddress(String prefix, String database, String suffix, String user, String password) {
  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^/?]*)(?:\\?(.*))?");

  /** Reads a JDBC URL; a user or password in it gives way to those named beside it. */
  static ServerAddress parse(String url, String user, String password) {
    var match = URL.matcher(url);
    if (!match.matches()) {
      throw new ScratchException(
          "The scratch server's URL is not one of PostgreSQL;"
              + " write it as jdbc:postgresql://host:port/database");
    }
    var database = match.group(2).isEmpty() ? "postgres" : match.group(2);
    var options = match.group(3) == null ? "" : match.group(3);
    return new ServerAddress(match.group(1), database, withoutSecrets(options), user, password);
  }

  static ServerAddress loopback(int port, String user, String password) {
    return parse("jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, password);
  }

  private static String withoutSecrets(String options) {
    var kept =
        Arrays.stream(options.split("&"))
            .filter(option -> !option.isEmpty() && !option.matches("(user|\\w*[pP]assword)=.*"))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  String url(String name) {
    return prefix + name + suffix;
  }

  Connection connect(String name) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(url(name), properties);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url(database) + " as " + user;
  }
}
