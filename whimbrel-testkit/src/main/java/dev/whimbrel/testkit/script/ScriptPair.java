package dev.whimbrel.testkit.script;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two schemas, and the question how to come from the one to the other. */
public record ScriptPair(Script from, Script to) {
  /** Pairs with less in them, those first that have much less. */
  public Stream<ScriptPair> smaller() {
    return Stream.concat(Stream.concat(cut(true, true), cut(true, false)), cut(false, true))
        .filter(pair -> !pair.equals(this));
  }

  private Stream<ScriptPair> cut(boolean before, boolean after) {
    List<Integer> numbers = numbers(before, after);
    return IntStream.iterate(numbers.size() / 2, size -> size > 0, size -> size / 2)
        .boxed()
        .flatMap(size ->
            IntStream.iterate(0, at -> at < numbers.size(), at -> at + size)
                .mapToObj(at -> numbers.subList(at, Math.min(numbers.size(), at + size))))
        .map(Set::copyOf)
        .map(gone ->
            new ScriptPair(before ? from.without(gone) : from, after ? to.without(gone) : to));
  }

  /** The last first, since nothing needs them. */
  private List<Integer> numbers(boolean before, boolean after) {
    Stream<Piece> pieces =
        Stream.concat(
            before ? from.pieces().stream() : Stream.of(),
            after ? to.pieces().stream() : Stream.of());
    return List.copyOf(
            pieces.map(Piece::number).collect(Collectors.toCollection(LinkedHashSet::new)))
        .reversed();
  }

  /** Both, for a person to read. */
  public String text() {
    return "-- from\n" + from.text() + "-- to\n" + to.text();
  }
}
