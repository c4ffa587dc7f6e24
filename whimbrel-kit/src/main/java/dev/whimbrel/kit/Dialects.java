package dev.whimbrel.kit;

import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.config.NearestWord;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The dialects that are on the class path. */
public record Dialects(List<Dialect> all) {
  public Dialects {
    all = List.copyOf(all);
  }

  public static Dialects present() {
    return new Dialects(
        ServiceLoader.load(Dialect.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * The dialect of that name.
   *
   * @throws ConfigurationException if there is none
   */
  public Dialect named(String name) {
    return first(dialect -> dialect.name().equals(name), () -> unknown(name));
  }

  /** The dialect that such a database speaks, as {@link #named} otherwise. */
  public Dialect speaking(String jdbcUrl, String shown) {
    return first(
        dialect -> dialect.speaks(jdbcUrl),
        () -> "Whimbrel speaks %s, and none of them is what %s is.".formatted(names(), shown));
  }

  private Dialect first(Predicate<Dialect> fits, Supplier<String> otherwise) {
    return all.stream()
        .filter(fits)
        .findFirst()
        .orElseThrow(() -> new ConfigurationException(otherwise.get()));
  }

  private String unknown(String name) {
    String meant =
        new NearestWord(all.stream().map(Dialect::name).toList())
            .to(name)
            .map(word -> "; did you mean \"" + word + "\"?")
            .orElse(".");
    return "There is no dialect \"%s\" here, only %s%s".formatted(name, names(), meant);
  }

  private String names() {
    return all.stream().map(Dialect::name).sorted().collect(Collectors.joining(", "));
  }
}
