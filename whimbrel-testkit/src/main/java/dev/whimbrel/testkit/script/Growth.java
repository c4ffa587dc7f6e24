package dev.whimbrel.testkit.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A script to which pieces come, each with those that it needs. */
final class Growth {
  private static final int DEPTH = 8;

  private final List<Kind> kinds;
  private final Random random;
  private int next;
  private Script script;

  Growth(List<Kind> kinds, Random random, int first) {
    this(kinds, random, first, Script.EMPTY);
  }

  Growth(List<Kind> kinds, Random random, int first, Script script) {
    this.kinds = kinds;
    this.random = random;
    this.next = first;
    this.script = script;
  }

  Script script() {
    return script;
  }

  void grow(Kind kind) {
    grow(kind, Map.of(), DEPTH);
  }

  private Optional<Integer> grow(Kind kind, Map<String, Integer> given, int depth) {
    var bound = new HashMap<>(given);
    for (Kind.Variable variable : kind.variables()) {
      if (!bound.containsKey(variable.name())) {
        Optional<Integer> found = depth == 0 ? Optional.empty() : piece(variable, bound, depth);
        if (found.isEmpty()) {
          return Optional.empty();
        }
        bound.put(variable.name(), found.get());
      }
    }
    if (kind.qualified()) {
      namespace().ifPresent(number -> bound.put(Piece.NAMESPACE, number));
    }
    int number = next++;
    script = script.with(new Writing(script, random).fresh(number, kind, bound));
    return Optional.of(number);
  }

  private Optional<Integer> namespace() {
    List<Integer> there =
        script.pieces().stream()
            .filter(piece -> piece.kind().name().equals("schema"))
            .map(Piece::number)
            .toList();
    return random.nextInt(3) == 0 ? any(there) : Optional.empty();
  }

  /** A piece for a variable: one that is there, or a new one. */
  private Optional<Integer> piece(Kind.Variable variable, Map<String, Integer> bound, int depth) {
    Optional<Integer> owner = variable.owner().map(bound::get);
    List<Integer> there =
        script.pieces().stream()
            .filter(piece -> variable.accepts(piece.kind()) && !bound.containsValue(piece.number()))
            .filter(piece -> owner.map(piece::belongsTo).orElse(true))
            .map(Piece::number)
            .toList();
    return !there.isEmpty() && random.nextInt(4) > 0 ? any(there) : fresh(variable, owner, depth);
  }

  private Optional<Integer> fresh(Kind.Variable variable, Optional<Integer> owner, int depth) {
    List<Kind> able =
        kinds.stream()
            .filter(variable::accepts)
            .filter(kind -> owner.isEmpty() || place(kind, owner.get()).isPresent())
            .toList();
    return any(able)
        .flatMap(kind ->
            grow(
                kind,
                owner
                    .map(number -> Map.of(place(kind, number).orElseThrow(), number))
                    .orElse(Map.of()),
                depth - 1));
  }

  /** The variable of that kind that the piece can stand for. */
  private Optional<String> place(Kind kind, int number) {
    Kind owner = script.find(number).orElseThrow().kind();
    return kind.variables().stream()
        .filter(variable -> variable.accepts(owner))
        .map(Kind.Variable::name)
        .findFirst();
  }

  private <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }
}
