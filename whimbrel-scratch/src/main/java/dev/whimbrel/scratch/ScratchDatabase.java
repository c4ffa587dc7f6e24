package dev.whimbrel.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A database to try things in; closing it drops it, together with whoever is still connected. */
public final class ScratchDatabase implements AutoCloseable {
  private final ServerAddress address;
  private final DatabaseMaker.Made made;
  private final Consumer<ScratchDatabase> drop;

  ScratchDatabase(ServerAddress address, DatabaseMaker.Made made, Consumer<ScratchDatabase> drop) {
    this.address = address;
    this.made = made;
    this.drop = drop;
  }

  public String name() {
    return made.name();
  }

  /** The JDBC URL, without user and password. */
  public String url() {
    return address.url(name());
  }

  public String user() {
    return address.user();
  }

  public String password() {
    return address.password();
  }

  public Connection connect() throws SQLException {
    return address.connect(name());
  }

  DatabaseMaker.Made made() {
    return made;
  }

  /** Does nothing the second time, or once the server is closed. */
  @Override
  public void close() {
    drop.accept(this);
  }
}
