package dev.whimbrel.schema.dsl;

import java.util.List;

/** What constraints and indexes are called when nobody says so. An empty name is none. */
public interface Naming {
  /** The name of a key over one column or over several. */
  String primaryKey(String table, List<String> columns);

  String unique(String table, List<String> columns);

  String check(String table, String column);

  String foreignKey(String table, List<String> columns, String referenced, List<String> targets);

  String index(String table, List<String> columns);

  /** Names that say everything: {@code products_category_id_categories_id_fk}. */
  static Naming spoken() {
    return new SpokenNames();
  }

  /** No names but for indexes, which cannot be without. */
  static Naming unnamed() {
    return new NoNames();
  }
}
