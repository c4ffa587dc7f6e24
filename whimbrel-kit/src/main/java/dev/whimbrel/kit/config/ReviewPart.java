package dev.whimbrel.kit.config;

import dev.whimbrel.review.naming.Conventions;
import dev.whimbrel.review.naming.NameCase;
import dev.whimbrel.review.naming.NameTemplate;
import java.nio.file.Path;
import java.util.List;

/** Reads the keys {@code online}, {@code statistics} and {@code conventions}. */
record ReviewPart(YamlPart top, Path folder) {
  ReviewSettings read() {
    return new ReviewSettings(
        top.text("online").map(this::online).orElse(Online.AUTO),
        folder.resolve(top.text("statistics").orElse(ReviewSettings.STATISTICS)),
        top.part("conventions").map(ReviewPart::conventions).orElseGet(Conventions::usual));
  }

  private Online online(String word) {
    return Online.of(word)
        .orElseThrow(() -> top.wrong("online", "is one of " + String.join(", ", Online.words())));
  }

  private static Conventions conventions(YamlPart part) {
    part.only(
        "tables", "columns", "indexes", "unique-indexes", "foreign-keys", "migrations", "indexed");
    Conventions usual = Conventions.usual();
    return new Conventions(
        names(part, "tables", usual.tables()),
        names(part, "columns", usual.columns()),
        template(part, "indexes", usual.indexes()),
        template(part, "unique-indexes", usual.uniqueIndexes()),
        template(part, "foreign-keys", usual.foreignKeys()),
        names(part, "migrations", usual.migrations()),
        indexed(part, usual.indexed()));
  }

  private static NameCase names(YamlPart part, String key, NameCase usual) {
    return part.text(key)
        .map(word ->
            NameCase.of(word)
                .orElseThrow(
                    () -> part.wrong(key, "is one of " + String.join(", ", NameCase.words()))))
        .orElse(usual);
  }

  private static NameTemplate template(YamlPart part, String key, NameTemplate usual) {
    return part.text(key)
        .map(text -> text.equals("off") ? NameTemplate.any() : new NameTemplate(text))
        .orElse(usual);
  }

  private static List<String> indexed(YamlPart part, List<String> usual) {
    List<String> names = part.texts("indexed");
    if (names.isEmpty()) {
      return usual;
    }
    return names.equals(List.of("off")) ? List.of() : names;
  }
}
