package dev.whimbrel.testkit.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schema as the pieces that it is made of, each behind those that it needs. */
public record Script(List<Piece> pieces) {
  public static final Script EMPTY = new Script(List.of());

  public Script {
    pieces = List.copyOf(pieces);
  }

  /** The schema as SQL. */
  public String text() {
    return pieces.stream().map(piece -> piece.sql() + ";\n").collect(Collectors.joining());
  }

  Optional<Piece> find(int number) {
    return pieces.stream().filter(piece -> piece.number() == number).findFirst();
  }

  Script with(Piece piece) {
    return new Script(Stream.concat(pieces.stream(), Stream.of(piece)).toList());
  }

  Script replacing(Piece piece) {
    return new Script(
        pieces.stream().map(each -> each.number() == piece.number() ? piece : each).toList());
  }

  /** The schema without these and all that needs them. */
  public Script without(Set<Integer> numbers) {
    var gone = new HashSet<>(numbers);
    var left = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      if (gone.contains(piece.number()) || piece.needs(gone)) {
        gone.add(piece.number());
      } else {
        left.add(piece);
      }
    }
    return new Script(left);
  }
}
