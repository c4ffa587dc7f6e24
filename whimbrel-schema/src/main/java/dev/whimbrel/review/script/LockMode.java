package dev.whimbrel.review.script;

import java.util.Arrays;
import java.util.Optional;

/** The modes in which PostgreSQL locks a relation, from the weakest to the strongest. */
public enum LockMode {
  ACCESS_SHARE("AccessShareLock", "AS"),
  ROW_SHARE("RowShareLock", "RS"),
  ROW_EXCLUSIVE("RowExclusiveLock", "RX"),
  SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", "SUE"),
  SHARE("ShareLock", "S"),
  SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", "SRE"),
  EXCLUSIVE("ExclusiveLock", "X"),
  ACCESS_EXCLUSIVE("AccessExclusiveLock", "AX");

  private final String server;
  private final String shortName;

  LockMode(String server, String shortName) {
    this.server = server;
    this.shortName = shortName;
  }

  /** The mode that the server calls so. */
  public static Optional<LockMode> of(String server) {
    return Arrays.stream(values()).filter(mode -> mode.server.equals(server)).findFirst();
  }

  public String shortName() {
    return shortName;
  }

  /** As SQL calls it. */
  public String sql() {
    return name().replace('_', ' ');
  }

  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }
}
