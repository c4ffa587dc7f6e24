package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A big schema is read from a live database. */
record PullJobs(Bench bench) {
  List<Job> jobs() {
    var jobs = new ArrayList<Job>();
    for (int size : bench.sizes()) {
      jobs.addAll(of(size));
    }
    return jobs;
  }

  private List<Job> of(int size) {
    Target.Postgres target = bench.databases().postgres();
    Texts texts = bench.texts("pull-" + size).remove("migrations");
    texts.write("whimbrel.yaml", target.settings() + "schema: schema\n");
    new BigSchema(size, 0, "").writeJava(new Texts(texts.folder().resolve("schema")));
    bench.prepare(bench.whimbrel(texts, "generate", "--name", "first"));
    bench.prepare(bench.whimbrel(texts, "migrate"));
    Contender dump =
        Contender.of(
            "pg_dump --schema-only",
            Program.of(texts.folder(), "pg_dump", "--schema-only", "-f", "dump.sql", target.uri()));
    return List.of(
        job("pull into SQL", size, texts, dump, target, "--sql", "pulled.sql"),
        job("pull into Java", size, texts, dump, target, "--java", "pulled"));
  }

  private Job job(
      String name, int size, Texts texts, Contender dump, Target.Postgres target, String... into) {
    return new Job(
        name,
        size + " tables",
        Contender.of("Whimbrel", bench.whimbrel(texts, "pull", into[0], into[1], "--force")),
        List.of(
            dump,
            new Contender(NpmTool.DRIZZLE.name(), () -> drizzle(NpmTool.DRIZZLE, target)),
            new Contender(
                NpmTool.DRIZZLE_NEXT.name(), () -> drizzle(NpmTool.DRIZZLE_NEXT, target))));
  }

  private Program drizzle(NpmTool tool, Target.Postgres target) {
    new Texts(tool.home(bench.peers()))
        .remove("pulled")
        .write(
            "pull.config.js",
            "module.exports = { dialect: 'postgresql', out: './pulled', dbCredentials: { url: '%s' } };\n"
                .formatted(target.uri()));
    return tool.program(bench.peers(), Map.of(), "pull", "--config", "pull.config.js");
  }
}
