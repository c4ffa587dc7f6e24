package dev.whimbrel.proof;

import dev.whimbrel.schema.ObjectName;
import java.util.Set;

/**
 * What was found when a migration went up, down and up again.
 *
 * @param detail what is lost, what differs, or what the database said
 * @param withoutRows tables into which no row could be put, so that nothing is known of theirs
 */
public record Proof(Verdict verdict, String detail, Set<ObjectName> withoutRows) {
  public Proof {
    withoutRows = Set.copyOf(withoutRows);
  }
}
