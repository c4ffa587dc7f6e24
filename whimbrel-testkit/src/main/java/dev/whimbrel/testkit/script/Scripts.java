package dev.whimbrel.testkit.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes schemas as scripts out of thin air; a database need not take all of their pieces. */
public final class Scripts {
  private static final int MOST_CHANGES = 5;

  private final List<Kind> kinds;
  private final Random random;

  private Scripts(List<Kind> kinds, Random random) {
    this.kinds = kinds;
    this.random = random;
  }

  /** Of all kinds that a server of this version knows. */
  public static Scripts ofPostgres(int version, Random random) {
    return new Scripts(kinds("postgres.txt", version), random);
  }

  /** The names of all these kinds. */
  public static Set<String> kindsOfPostgres(int version) {
    var names = new TreeSet<String>();
    kinds("postgres.txt", version).forEach(kind -> names.add(kind.name()));
    return names;
  }

  private static List<Kind> kinds(String resource, int version) {
    try (var file = Scripts.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Kind::parse)
          .filter(kind -> kind.since() <= version)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A schema and another, two times of three one that is a few changes away. */
  public ScriptPair pair() {
    Script from = script();
    return new ScriptPair(from, random.nextInt(3) == 0 ? script(from) : neighbour(from));
  }

  /** A schema with a piece of this kind, and what that needs. */
  public Script withA(String kind) {
    var growth = new Growth(kinds, random, 1);
    kinds.stream().filter(each -> each.name().equals(kind)).forEach(growth::grow);
    return growth.script();
  }

  private Script script() {
    return script(Script.EMPTY);
  }

  /** A schema of other pieces than that one. */
  private Script script(Script other) {
    var growth = new Growth(kinds, random, after(other));
    for (int wanted = 4 + random.nextInt(16); wanted > 0; wanted--) {
      growth.grow(anyKind());
    }
    return growth.script();
  }

  private Kind anyKind() {
    return kinds.get(random.nextInt(kinds.size()));
  }

  private static int after(Script script) {
    return 1 + script.pieces().stream().mapToInt(Piece::number).max().orElse(0);
  }

  private Script neighbour(Script script) {
    Script neighbour = script;
    for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
      neighbour = changed(neighbour);
    }
    return neighbour;
  }

  private Script changed(Script script) {
    if (script.pieces().isEmpty() || random.nextInt(3) == 0) {
      var growth = new Growth(kinds, random, after(script), script);
      growth.grow(anyKind());
      return growth.script();
    }
    Piece piece = script.pieces().get(random.nextInt(script.pieces().size()));
    return random.nextInt(3) == 0
        ? script.without(Set.of(piece.number()))
        : script.replacing(rewritten(piece, script));
  }

  private Piece rewritten(Piece piece, Script script) {
    List<Kind> comparable = kinds.stream().filter(piece.kind()::comparable).toList();
    Kind kind =
        random.nextInt(3) == 0 ? comparable.get(random.nextInt(comparable.size())) : piece.kind();
    return new Writing(script, random).rewritten(piece, kind);
  }
}
