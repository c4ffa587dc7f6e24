package dev.whimbrel.testkit.database;

import dev.whimbrel.dialect.Session;
import dev.whimbrel.migrate.jdbc.ConnectionUrl;

/** A database for one test, empty when it is handed out. */
public interface TestDatabase extends AutoCloseable {
  /** The connection that we have to it at present. */
  Session session();

  /** Where it is, for those who connect to it themselves. */
  ConnectionUrl url();

  /** Ends the connection, as a process does that dies, and opens another. */
  void reconnect();

  /** Does the work while no foreign key is looked at. */
  void withoutForeignKeys(Runnable work);

  /** The number of rows whose foreign key finds nothing, as far as the database can tell. */
  long brokenForeignKeys();

  @Override
  void close();
}
