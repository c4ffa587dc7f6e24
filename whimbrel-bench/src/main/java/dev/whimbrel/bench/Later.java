package dev.whimbrel.bench;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, and kept. */
final class Later<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  Later(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
