package dev.whimbrel.postgres.observe;

import dev.whimbrel.dialect.DatabaseException;
import dev.whimbrel.dialect.Session;
import java.util.HashMap;
import java.util.Map;

/** The sums of full reads that the server keeps, where a transaction cannot be looked into. */
record ScanSums(Session working, Session asking) {
  /** By the number of the table; nothing on servers before 15, which add up too late. */
  Map<String, Long> read() {
    var sums = new HashMap<String, Long>();
    try {
      working.query("SELECT pg_stat_force_next_flush()::text AS done");
      working.query("SELECT 1 AS flushed");
      asking
          .query("SELECT relid::text AS oid, seq_scan FROM pg_stat_user_tables")
          .forEach(row -> sums.put(row.text("oid"), row.number("seq_scan")));
    } catch (DatabaseException tooOld) {
      sums.clear();
    }
    return sums;
  }
}
