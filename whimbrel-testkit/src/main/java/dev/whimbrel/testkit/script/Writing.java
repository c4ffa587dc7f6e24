package dev.whimbrel.testkit.script;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes the SQL of pieces that stand in a script. */
record Writing(Script script, Random random) {
  Piece fresh(int number, Kind kind, Map<String, Integer> bound) {
    String name = new PieceNames(random).name(kind.family(), number);
    String plain = PieceNames.quoted(name);
    String reference =
        Optional.ofNullable(bound.get(Piece.NAMESPACE))
            .map(namespace -> reference(namespace) + "." + plain)
            .orElse(plain);
    return written(new Piece(number, kind, name, reference, bound, ""));
  }

  Piece rewritten(Piece piece, Kind kind) {
    return written(
        new Piece(piece.number(), kind, piece.name(), piece.reference(), piece.bound(), ""));
  }

  private Piece written(Piece piece) {
    String sql =
        new Template(piece.kind().template()).filled(random, blank -> filled(blank, piece));
    return new Piece(
        piece.number(), piece.kind(), piece.name(), piece.reference(), piece.bound(), sql);
  }

  private String filled(String blank, Piece piece) {
    return switch (blank) {
      case "@" -> piece.reference();
      case "-" -> PieceNames.quoted(piece.name());
      default -> reference(blank.split("\\."), piece);
    };
  }

  private String reference(String[] way, Piece piece) {
    int number = bound(piece, way[0]);
    return way.length == 1 ? reference(number) : reference(bound(found(number), way[1]));
  }

  private static int bound(Piece piece, String variable) {
    return Optional.ofNullable(piece.bound().get(variable))
        .orElseThrow(
            () -> new IllegalStateException("@" + variable + " of " + piece.kind().name()));
  }

  private String reference(int number) {
    return found(number).reference();
  }

  private Piece found(int number) {
    return script.find(number).orElseThrow();
  }
}
