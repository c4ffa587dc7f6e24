package dev.whimbrel.cli;

import dev.whimbrel.kit.Review;
import dev.whimbrel.review.Severity;
import dev.whimbrel.review.script.ScriptFinding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a review, as far as it is to be shown.
 *
 * @param advice whether advice is shown as well
 * @param folder paths are shown from there
 * @param colourful whether someone sees colours
 */
record ReviewSheet(
    Review.Result.Reviewed reviewed, boolean advice, Path folder, boolean colourful) {
  /** A text in the colour of a danger. */
  String painted(Severity severity, String text) {
    int code =
        switch (severity) {
          case SAFE -> 36;
          case MULTI_PHASE -> 33;
          case DANGEROUS -> 31;
        };
    return colourful ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** The findings of a migration that are to be shown. */
  List<ScriptFinding> shown(Review.OfMigration migration) {
    return migration.findings().stream()
        .filter(each -> advice || each.danger().severity() != Severity.SAFE)
        .toList();
  }

  /** How much advice is kept back. */
  long keptBack(Review.OfMigration migration) {
    return (long) migration.findings().size() - shown(migration).size();
  }

  /** A path from here where it lies below. */
  String path(String place) {
    Path path = Path.of(place).toAbsolutePath();
    Path here = folder.toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : place;
  }

  /** The same path as an address. */
  String uri(String place) {
    try {
      return new URI(null, null, path(place).replace('\\', '/'), null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path is always a path of an address", e);
    }
  }
}
