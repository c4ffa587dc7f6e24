package dev.whimbrel.bench;

import dev.whimbrel.migrate.Whimbrel;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** Whimbrel as an application calls it at its start. */
final class WhimbrelCall {
  private WhimbrelCall() {}

  /** Takes what to measure, URL, user, password and folder. */
  public static void main(String[] arguments) {
    String folder = Path.of(arguments[4], "whimbrel").toString();
    if (arguments[1].startsWith("jdbc:sqlite:")) {
      var source = new SQLiteDataSource();
      source.setUrl(arguments[1]);
      Calls.measure(arguments[0], () -> Whimbrel.migrate(source, folder));
    } else {
      var source = new PGSimpleDataSource();
      source.setUrl(arguments[1]);
      source.setUser(arguments[2]);
      source.setPassword(arguments[3]);
      Calls.measure(arguments[0], () -> Whimbrel.migrate(source, folder));
    }
  }
}
