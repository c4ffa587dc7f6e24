package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.Row;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.review.script.Observation.Effect;
import dev.whimbrel.review.script.Observation.Touched;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is in a database at one moment.
 *
 * @param objects by what they are found again by
 * @param relations those of them that are relations
 */
record DatabaseState(Map<String, CatalogObject> objects, Relations relations) {
  private static DatabaseState of(Map<String, CatalogObject> objects) {
    return new DatabaseState(objects, Relations.of(objects));
  }

  static DatabaseState of(Session session) {
    return of(read(session, CatalogQuery.all()));
  }

  private static Map<String, CatalogObject> read(Session session, String query) {
    var objects = new LinkedHashMap<String, CatalogObject>();
    for (Row row : session.query(query)) {
      objects.put(row.text("id"), CatalogObject.of(row));
    }
    return objects;
  }

  /**
   * What there is now that a transaction, which is open on this session, has written to what was
   * here before it. Only that is read; all only where a new name stands in those of others.
   *
   * @param gone whether anything may be gone
   */
  DatabaseState after(Session session, long transaction, boolean gone) {
    Map<String, CatalogObject> written = read(session, CatalogQuery.since(transaction));
    if (written.entrySet().stream().anyMatch(each -> renamed(each.getKey(), each.getValue()))) {
      return of(session);
    }
    var now = new LinkedHashMap<>(objects);
    now.putAll(written);
    if (gone) {
      now.keySet().retainAll(ids(session));
    }
    return of(now);
  }

  private boolean renamed(String id, CatalogObject later) {
    CatalogObject before = objects.get(id);
    return before != null && later.namesOthers() && !later.name().equals(before.name());
  }

  private static Set<String> ids(Session session) {
    String ids = session.query(CatalogQuery.ids()).getFirst().find("ids").orElse("");
    return new HashSet<>(Arrays.asList(ids.split(" ")));
  }

  /** The relations that are written anew since. */
  List<String> rewritten(DatabaseState later) {
    return relations.rewritten(later.relations);
  }

  /** What has come, changed and gone since. */
  List<Touched> touched(DatabaseState later) {
    var touched = new ArrayList<Touched>();
    later.objects.forEach((id, object) -> {
      CatalogObject before = objects.get(id);
      if (before == null) {
        touched.add(new Touched(Effect.MADE, object.shown()));
      } else if (!before.print().equals(object.print())) {
        touched.add(new Touched(Effect.CHANGED, object.shown()));
      }
    });
    objects.forEach((id, object) -> {
      if (!later.objects.containsKey(id)) {
        touched.add(new Touched(Effect.DROPPED, object.shown()));
      }
    });
    return touched;
  }
}
