package dev.whimbrel.kit.config;

import dev.whimbrel.migrate.layout.Layout;
import dev.whimbrel.migrate.layout.LayoutSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the key {@code migrations}: a folder of ours, or a group that says more. */
record MigrationsPart(YamlPart top, Path folder) {
  private static final String KEY = "migrations";

  MigrationSettings read() {
    return top.isPart(KEY)
        ? top.part(KEY).map(this::settings).orElseThrow()
        : MigrationSettings.usual(folder.resolve(top.text(KEY).orElse(KEY)));
  }

  private MigrationSettings settings(YamlPart part) {
    part.only(
        "folder",
        "layout",
        "registry",
        "immutable",
        "placeholders",
        "history",
        "table",
        "out-of-order");
    return new MigrationSettings(
        layout(part),
        isSecond(part, "history", "once", "alongside"),
        part.text("table"),
        isSecond(part, "out-of-order", "allow", "refuse"));
  }

  private LayoutSettings layout(YamlPart part) {
    List<Path> folders = part.texts("folder").stream().map(folder::resolve).toList();
    return new LayoutSettings(
        part.text("layout").map(word -> named(part, word)).orElse(Layout.WHIMBREL),
        folders.isEmpty() ? List.of(folder.resolve(KEY)) : folders,
        part.text("registry").map(folder::resolve),
        part.text("immutable"),
        part.part("placeholders").map(MigrationsPart::values).orElse(Map.of()));
  }

  private static Layout named(YamlPart part, String word) {
    return Layout.named(word)
        .orElseThrow(() -> part.wrong("layout", "is one of " + String.join(", ", Layout.words())));
  }

  /** An empty value is a value here. */
  private static Map<String, String> values(YamlPart part) {
    var values = new TreeMap<String, String>();
    part.keys().forEach(key -> values.put(key, part.text(key).orElse("")));
    return values;
  }

  private static boolean isSecond(YamlPart part, String key, String usual, String other) {
    String word = part.text(key).orElse(usual);
    if (!word.equals(usual) && !word.equals(other)) {
      throw part.wrong(key, "is %s or %s, not \"%s\"".formatted(usual, other, word));
    }
    return word.equals(other);
  }
}
