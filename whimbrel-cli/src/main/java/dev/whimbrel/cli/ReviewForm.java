package dev.whimbrel.cli;

import dev.whimbrel.kit.config.ConfigurationException;
import java.util.List;

/** A form in which a review is shown. */
enum ReviewForm {
  TEXT {
    @Override
    List<String> lines(ReviewSheet sheet) {
      return new ReviewText(sheet).lines();
    }
  },
  MARKDOWN {
    @Override
    List<String> lines(ReviewSheet sheet) {
      return new ReviewMarkdown(sheet).lines();
    }
  },
  SARIF {
    @Override
    List<String> lines(ReviewSheet sheet) {
      return List.of(JsonText.of(new ReviewSarif(sheet).log()));
    }
  };

  abstract List<String> lines(ReviewSheet sheet);

  static ReviewForm named(String name) {
    return switch (name) {
      case "text" -> TEXT;
      case "markdown" -> MARKDOWN;
      case "sarif" -> SARIF;
      default ->
          throw new ConfigurationException(
              "--format is text, markdown or sarif, not \"" + name + "\".");
    };
  }
}
