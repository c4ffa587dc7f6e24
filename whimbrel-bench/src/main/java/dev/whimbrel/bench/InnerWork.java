package dev.whimbrel.bench;

import dev.whimbrel.change.Change;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.diff.Differ;
import dev.whimbrel.kit.Dialects;
import dev.whimbrel.kit.draft.ScriptText;
import dev.whimbrel.kit.snapshot.Snapshot;
import dev.whimbrel.migrate.directory.Script;
import dev.whimbrel.plan.Plan;
import dev.whimbrel.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whimbrel's parts by themselves, on a big schema that begins from nothing. */
@State(Scope.Benchmark)
public class InnerWork {
  @Param("100")
  int tables;

  private final Dialect dialect = Dialects.present().named("postgresql");
  private Schema schema = Schema.empty();
  private Schema changed = Schema.empty();
  private List<Change> changes = List.of();
  private String script = "";
  private String json = "";
  private byte[] bytes = {};

  /** Makes what the parts work on, off the clock. */
  @Setup
  public void prepare() {
    schema = new ManyTables(tables, 0).schema();
    changed = new ManyTables(tables, 5).schema();
    changes = create();
    script = ScriptText.up(plan());
    json = snapshot().json();
    bytes = script.getBytes(StandardCharsets.UTF_8);
  }

  /** How big the script is that is split, summed up and copied. */
  int scriptBytes() {
    return bytes.length;
  }

  @Benchmark
  public List<Change> create() {
    return new Differ((from, to) -> List.of()).diff(Schema.empty(), schema);
  }

  @Benchmark
  public List<Change> differ() {
    return new Differ((from, to) -> List.of()).diff(schema, changed);
  }

  @Benchmark
  public Plan plan() {
    return dialect.planner().plan(Schema.empty(), changes);
  }

  @Benchmark
  public String snapshotWrite() {
    return snapshot().json();
  }

  @Benchmark
  public Snapshot snapshotRead() {
    return Snapshot.parse(json, "snapshot.json");
  }

  @Benchmark
  public List<SqlStatement> splitter() {
    return dialect.splitter().split(script);
  }

  @Benchmark
  public String checksum() {
    return new Script(script).checksum();
  }

  /** What the others are measured against. */
  @Benchmark
  public byte[] copy() {
    return bytes.clone();
  }

  private Snapshot snapshot() {
    return Snapshot.of("first", List.of(), dialect.name(), List.of(), schema);
  }
}
