package dev.whimbrel.cli;

import dev.whimbrel.kit.checklist.Checklist;
import dev.whimbrel.kit.checklist.Tick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A checklist for people and for programs. */
final class ChecklistLines {
  private ChecklistLines() {}

  static List<String> of(Checklist checklist) {
    var lines = new ArrayList<String>();
    String section = "";
    for (Checklist.Item each : checklist.items()) {
      if (!each.section().equals(section)) {
        section = each.section();
        lines.addAll(List.of("", "### " + section, ""));
      }
      lines.add("- %s %s - %s".formatted(box(each.tick()), each.text(), each.tick().why()));
    }
    lines.addAll(List.of("", "[x] holds, [!] does not, [ ] is for a person"));
    return lines;
  }

  private static String box(Tick tick) {
    return switch (tick) {
      case Tick.Done done -> "[x]";
      case Tick.Failed failed -> "[!]";
      case Tick.ForPerson open -> "[ ]";
    };
  }

  static List<Map<String, Object>> details(Checklist checklist) {
    return checklist.items().stream().map(ChecklistLines::details).toList();
  }

  private static Map<String, Object> details(Checklist.Item item) {
    var details = new LinkedHashMap<String, Object>();
    details.put("section", item.section());
    details.put("item", item.text());
    details.put("state", state(item.tick()));
    details.put("why", item.tick().why());
    return details;
  }

  private static String state(Tick tick) {
    return switch (tick) {
      case Tick.Done done -> "done";
      case Tick.Failed failed -> "failed";
      case Tick.ForPerson open -> "person";
    };
  }
}
