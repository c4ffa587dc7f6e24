package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import java.util.Set;

/** Knows which statements PostgreSQL refuses within a transaction. */
public final class OutsideTransaction {
  private OutsideTransaction() {}

  /** Whether such a statement has to stand outside of transactions. */
  public static boolean is(Deed deed) {
    return switch (deed) {
      case Deed.CreateIndex index -> index.concurrently();
      case Deed.Drop drop ->
          drop.is("concurrently")
              || Set.of("database", "tablespace", "subscription").contains(drop.kind());
      case Deed.Reindex reindex ->
          reindex.concurrently() || Set.of("schema", "database", "system").contains(reindex.kind());
      case Deed.Repack repack -> !repack.command().equals("cluster") || repack.tables().isEmpty();
      case Deed.Vacuum vacuum -> true;
      case Deed.Alter alter -> alter.actions().stream().anyMatch(each -> is(each.action()));
      case Deed.Other(String words, var object, var lists) ->
          words.matches(
              "(create (database|tablespace|subscription)|alter system|discard all"
                  + "|alter database .* set tablespace)\\b.*");
      default -> false;
    };
  }

  private static boolean is(Action action) {
    return action instanceof Action.DetachPartition(String partition, boolean concurrently)
        && concurrently;
  }
}
