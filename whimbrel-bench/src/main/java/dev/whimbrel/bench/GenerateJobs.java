package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The next migration of a big schema: all of it, a twentieth of it, nothing of it. */
record GenerateJobs(Bench bench, AtomicInteger notes) {
  private static final int CHANGED = 5;

  GenerateJobs(Bench bench) {
    this(bench, new AtomicInteger());
  }

  List<Job> jobs() {
    var jobs = new ArrayList<Job>();
    for (int size : bench.sizes()) {
      jobs.add(fromEmpty(size));
      jobs.add(changed(size));
      jobs.add(nothingNew(size));
    }
    return jobs;
  }

  private Job fromEmpty(int size) {
    return job(
        "generate from empty, sources never compiled",
        size,
        new Contender(
            "Whimbrel",
            () -> {
              Texts texts = ours(size).remove("cache").remove("migrations");
              return bench.whimbrel(texts, "generate", "--name", "first");
            }),
        tool -> drizzle(tool, size, new BigSchema(size, 0, ""), true));
  }

  /**
   * Each turn changes the same tables in another way, on top of the migrations of the last turn.
   */
  private Job changed(int size) {
    var known = new Later<>(() -> known(size));
    var others = new HashMap<NpmTool, Later<Boolean>>();
    return job(
        "generate, " + CHANGED + " % changed",
        size,
        new Contender(
            "Whimbrel",
            () -> {
              Texts texts = known.get();
              changedSchema(size).writeJava(new Texts(texts.folder().resolve("schema")));
              return bench.whimbrel(texts, "generate", "--name", "second");
            }),
        tool -> {
          var unused = others.computeIfAbsent(tool, each -> known(each, size)).get();
          return drizzle(tool, size, changedSchema(size), false);
        });
  }

  private Job nothingNew(int size) {
    var known = new Later<>(() -> known(size));
    var others = new HashMap<NpmTool, Later<Boolean>>();
    return job(
        "generate, nothing new",
        size,
        new Contender("Whimbrel", () -> bench.whimbrel(known.get(), "generate")),
        tool -> {
          var unused = others.computeIfAbsent(tool, each -> known(each, size)).get();
          return drizzle(tool, size, new BigSchema(size, 0, ""), false);
        });
  }

  private Later<Boolean> known(NpmTool tool, int size) {
    return new Later<>(() -> {
      bench.prepare(drizzle(tool, size, new BigSchema(size, 0, ""), true));
      return true;
    });
  }

  /** How a tool of Node does it. */
  private interface Way {
    Program of(NpmTool tool);
  }

  private Job job(String name, int size, Contender ours, Way way) {
    return new Job(
        name,
        size + " tables",
        ours,
        List.of(
            new Contender("reading the files", () -> reading(size)),
            new Contender(NpmTool.DRIZZLE.name(), () -> way.of(NpmTool.DRIZZLE)),
            new Contender(NpmTool.DRIZZLE_NEXT.name(), () -> way.of(NpmTool.DRIZZLE_NEXT))));
  }

  private BigSchema changedSchema(int size) {
    return new BigSchema(size, CHANGED, "note " + notes.incrementAndGet());
  }

  private Texts ours(int size) {
    Texts texts = bench.texts("generate-" + size);
    texts.write("whimbrel.yaml", "dialect: postgresql\nschema: schema\n");
    new BigSchema(size, 0, "").writeJava(new Texts(texts.folder().resolve("schema")));
    return texts;
  }

  /** Its sources were compiled and its first migration is there. */
  private Texts known(int size) {
    Texts texts = ours(size).remove("migrations");
    bench.prepare(bench.whimbrel(texts, "generate", "--name", "first"));
    return texts;
  }

  private Program reading(int size) {
    return Program.of(ours(size).folder(), "sh", "-c", "cat schema/*.java >/dev/null");
  }

  private Program drizzle(NpmTool tool, int size, BigSchema schema, boolean empty) {
    var home = new Texts(tool.home(bench.peers()));
    String out = "out-" + size;
    if (empty) {
      home.remove(out);
    }
    home.write("schema.ts", schema.drizzle())
        .write(
            "generate.config.js",
            "module.exports = { dialect: 'postgresql', schema: './schema.ts', out: './"
                + out
                + "' };\n");
    return tool.program(bench.peers(), Map.of(), "generate", "--config", "generate.config.js");
  }
}
