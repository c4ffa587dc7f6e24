package dev.whimbrel.kit.checklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The facts by which a checklist is ticked.
 *
 * @param migrations how many are looked at
 * @param statements how many there are in all
 * @param tried whether they were run on a scratch server
 * @param found the rules that found something nobody allowed
 * @param serious how many findings are more than advice
 * @param foreignKeys how many new ones there are
 * @param tables how many new ones there are
 * @param proofs for each migration what was proved of its way back
 * @param unproven the migrations whose way back nobody proved to lead back
 * @param misnamed the migrations that are called otherwise than the project calls them
 * @param generated whether a schema says what all of them do
 * @param lines whether they are one line
 * @param forecast how long all of them take, where there are statistics
 * @param unapplied how many of them are not, or not as they are now, in the configured database,
 *     where one is configured
 */
public record Evidence(
    int migrations,
    int statements,
    boolean tried,
    Set<String> found,
    long serious,
    long foreignKeys,
    long tables,
    List<String> proofs,
    List<String> unproven,
    List<String> misnamed,
    boolean generated,
    boolean lines,
    Optional<String> forecast,
    Optional<Integer> unapplied) {
  public Evidence {
    found = new TreeSet<>(found);
    proofs = List.copyOf(proofs);
    unproven = List.copyOf(unproven);
    misnamed = List.copyOf(misnamed);
  }

  /** Failed if one of its rules found something, done if they looked and found nothing. */
  Tick without(Concern concern, String done) {
    String hits =
        found.stream().filter(concern.rules()::contains).collect(Collectors.joining(", "));
    return hits.isEmpty() ? new Tick.Done(done) : new Tick.Failed("found: " + hits);
  }
}
