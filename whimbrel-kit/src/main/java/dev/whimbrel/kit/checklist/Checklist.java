package dev.whimbrel.kit.checklist;

import java.util.List;

/** A list of things to be sure of before a migration runs where it matters. */
public record Checklist(List<Item> items) {
  public Checklist {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param section under which heading it stands
   */
  public record Item(String section, String text, Tick tick) {}

  /** The list with these facts. */
  public static Checklist of(Evidence evidence) {
    return new Checklist(
        new Questions()
            .all().stream()
                .map(each -> new Item(each.section(), each.text(), each.tick(evidence)))
                .toList());
  }
}
