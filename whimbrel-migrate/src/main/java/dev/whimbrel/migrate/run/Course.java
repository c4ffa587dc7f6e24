package dev.whimbrel.migrate.run;

import static java.util.stream.Collectors.joining;

import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.directory.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way through a script: its statements, and the legs in which they are run.
 *
 * @param statements all that the script says, also what is not sent
 */
record Course(List<SqlStatement> statements, List<Leg> legs) {
  Course {
    statements = List.copyOf(statements);
    legs = List.copyOf(legs);
  }

  /** What is left when so many statements are done; at least one leg, which makes the record. */
  List<Leg> after(int done) {
    List<Leg> rest = new ArrayList<>();
    for (Leg leg : legs) {
      if (leg.end() > done) {
        rest.add(leg instanceof Leg.Together together ? together.after(done) : leg);
      }
    }
    return rest.isEmpty() ? List.of(new Leg.Together(List.of(), statements.size())) : rest;
  }

  /** What a new session has to be told before it goes on after so many statements. */
  List<Numbered> settings(int done) {
    return sent().filter(each -> each.lasting() && each.number() <= done).toList();
  }

  boolean leavesTransactions() {
    return legs.stream().anyMatch(Leg.Alone.class::isInstance);
  }

  /** The checksum of the first statements, which does not look at what stands between them. */
  String checksum(int count) {
    return new Script(
            statements.stream()
                .limit(count)
                .map(each -> each.sql() + each.rows().orElse(""))
                .collect(joining(";\n")))
        .checksum();
  }

  private Stream<Numbered> sent() {
    return legs.stream()
        .flatMap(leg ->
            switch (leg) {
              case Leg.Together together -> together.statements().stream();
              case Leg.Alone alone -> Stream.of(alone.statement());
            });
  }
}
