package dev.whimbrel.scenarios.sqlite;

import dev.whimbrel.change.Change;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Two schemas that another tool's own tests lead from one to the other.
 *
 * @param renames as Drizzle Kit records them: {@code public.users.name->public.users.age}
 */
record PeerCase(String id, String before, String after, List<String> renames) {
  PeerCase {
    renames = List.copyOf(renames);
  }

  /** The same pair from its end to its beginning. */
  PeerCase reversed() {
    List<String> turned =
        renames.stream()
            .map(each -> each.split("->", 2)[1] + "->" + each.split("->", 2)[0])
            .toList();
    return new PeerCase(id + " (back)", after, before, turned);
  }

  /** What the other tool was told: tables first, then columns under their table's new name. */
  List<Change> answers(Schema from) {
    var answers = new ArrayList<Change>();
    for (String rename : renames) {
      List<String> was = parts(rename, 0);
      List<String> now = parts(rename, 1);
      ObjectName table = ObjectName.of(was.getFirst());
      if (was.size() == 1 && from.findTable(table).isPresent()) {
        answers.addFirst(new Change.RenameTable(table, ObjectName.of(now.getFirst())));
      } else if (was.size() == 2) {
        answers.add(
            new Change.RenameColumn(ObjectName.of(now.getFirst()), was.getLast(), now.getLast()));
      }
    }
    return answers;
  }

  private static List<String> parts(String rename, int side) {
    String[] parts = rename.split("->", 2)[side].replaceFirst("^public\\.", "").split("\\.");
    return List.of(parts);
  }
}
