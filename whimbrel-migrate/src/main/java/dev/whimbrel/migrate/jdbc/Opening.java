package dev.whimbrel.migrate.jdbc;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Opens a connection, or says to a person why not. */
record Opening(ConnectionUrl url, ConnectionTraits traits) {
  Connection connect() {
    Driver driver = driver();
    try {
      return probed(connected(driver));
    } catch (SQLException failure) {
      throw new ConnectionException(letter(failure), failure);
    }
  }

  /** A driver may still say that a URL is not for it. */
  private Connection connected(Driver driver) throws SQLException {
    return Optional.ofNullable(driver.connect(url.jdbcUrl(), properties()))
        .orElseThrow(this::noDriver);
  }

  private Connection probed(Connection connection) throws SQLException {
    if (traits.probe().isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(traits.probe().get());
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
    }
    return connection;
  }

  private Driver driver() {
    return traits.driver().flatMap(Opening::found).orElseGet(this::registered);
  }

  private static Optional<Driver> found(String name) {
    try {
      return Optional.of(
          Class.forName(name).asSubclass(Driver.class).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException elsewhere) {
      return Optional.empty();
    }
  }

  /** The answer of {@link DriverManager} would repeat the whole URL. */
  private Driver registered() {
    try {
      return DriverManager.getDriver(url.jdbcUrl());
    } catch (SQLException none) {
      throw noDriver();
    }
  }

  private ConnectionException noDriver() {
    return new ConnectionException(
        "There is no JDBC driver here for %s. Put its jar on the class path, or mend the URL."
            .formatted(url.shown()));
  }

  private Properties properties() {
    var properties = new Properties();
    properties.putAll(traits.properties());
    url.user().ifPresent(user -> properties.setProperty("user", user));
    url.password().ifPresent(password -> properties.setProperty("password", password));
    return properties;
  }

  /** By the SQLSTATE, for what drivers say themselves is in the language of the machine. */
  private String letter(SQLException failure) {
    String database = url.shown();
    return switch (String.valueOf(failure.getSQLState())) {
      case "28P01" ->
          "%s refused the password%s. Check user and password.".formatted(database, ofUser());
      case "28000" ->
          "%s does not let %s in: %s."
              .formatted(database, url.user().orElse("this user"), told(failure));
      case "3D000" ->
          "The server has no database of the name in %s. Create it, or mend the URL."
              .formatted(database);
      case "53300" ->
          "%s has no connection left. Close some, or try again later.".formatted(database);
      case "57P03" -> "%s is starting or stopping. Try again in a moment.".formatted(database);
      case "08001" -> unreachable(failure);
      default ->
          "%s cannot be opened: %s.%s"
              .formatted(
                  database,
                  told(failure),
                  FileAdvice.on(String.valueOf(failure.getMessage()))
                      .map(advice -> " " + advice)
                      .orElse(""));
    };
  }

  private String ofUser() {
    return url.user().map(user -> " of user \"" + user + "\"").orElse("");
  }

  private String unreachable(SQLException failure) {
    return unknownHost(failure)
        .map(host ->
            "There is no host named \"%s\". Mend the name in %s, or look at the network."
                .formatted(host, url.shown()))
        .orElseGet(() ->
            "Nothing answers at %s: %s. Is the server running, and are host and port right?"
                .formatted(url.shown(), told(failure)));
  }

  private static Optional<String> unknownHost(SQLException failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(UnknownHostException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()))
        .findFirst();
  }

  /** The driver's words, without the password should they repeat it. */
  private String told(SQLException failure) {
    String words = String.valueOf(failure.getMessage()).strip().replaceFirst("\\.$", "");
    return url.password().map(password -> words.replace(password, "***")).orElse(words);
  }
}
