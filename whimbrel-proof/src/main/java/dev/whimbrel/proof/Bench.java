package dev.whimbrel.proof;

import dev.whimbrel.dialect.Dialect;

/** A place where databases are made to try things in, and copied; closing it ends all of them. */
public interface Bench extends AutoCloseable {
  /** An empty database. */
  TrialDatabase create();

  /** A database with all that is in another one; the other one's connections are closed. */
  TrialDatabase copy(TrialDatabase original);

  @Override
  void close();

  /** The bench for databases of this kind: a scratch server, or files in a folder of their own. */
  static Bench of(Dialect dialect) {
    return dialect.speaks("jdbc:postgresql:") ? ServerBench.start() : new FileBench();
  }
}
