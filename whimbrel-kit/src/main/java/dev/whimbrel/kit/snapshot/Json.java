package dev.whimbrel.kit.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, as far as snapshots need one: there is no null and no fraction. */
sealed interface Json {
  record Text(String value) implements Json {}

  record Whole(long value) implements Json {}

  record Truth(boolean value) implements Json {}

  record Items(List<Json> list) implements Json {
    public Items {
      list = List.copyOf(list);
    }
  }

  /**
   * @param map in the order in which it is written
   * @param place where it begins in the file it was read from
   */
  record Members(Map<String, Json> map, Place place) implements Json {
    public Members {
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  /** A place in a file; 0 is unknown. */
  record Place(int line, int column) {
    static final Place NOWHERE = new Place(0, 0);
  }
}
