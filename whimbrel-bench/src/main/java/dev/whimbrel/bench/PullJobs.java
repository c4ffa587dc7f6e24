package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A big schema is read from a live database, and compared with what it should be. */
record PullJobs(Bench bench, PgCodeKeeper pgCodeKeeper) {
  PullJobs(Bench bench) {
    this(bench, new PgCodeKeeper(bench.peers()));
  }

  List<Job> jobs() {
    var jobs = new ArrayList<Job>();
    for (int size : bench.sizes()) {
      jobs.addAll(of(size));
    }
    return jobs;
  }

  /** A database with that schema in it, and a project that says the same. */
  private record Filled(Texts texts, Target.Postgres target) {}

  private List<Job> of(int size) {
    var filled = new Later<>(() -> filled(size));
    return List.of(
        job(
            "pull into SQL",
            size,
            filled,
            List.of(other(MavenTool.LIQUIBASE.name(), filled, this::changelog)),
            List.of("pull", "--sql", "pulled.sql", "--force")),
        job(
            "pull into Java",
            size,
            filled,
            drizzles(filled, this::pull),
            List.of("pull", "--java", "pulled", "--force")),
        job(
            "diff of schema and database",
            size,
            filled,
            List.of(
                other(PgCodeKeeper.NAME, filled, this::compare),
                other(MavenTool.LIQUIBASE.name(), filled, this::diff)),
            List.of("diff", "schema", "database")),
        job(
            "push, nothing new",
            size,
            filled,
            drizzles(filled, (tool, each) -> push(tool, size, each)),
            List.of("push")));
  }

  private Filled filled(int size) {
    Target.Postgres target = bench.databases().postgres();
    Texts texts = bench.texts("pull-" + size).remove("migrations");
    texts.write("whimbrel.yaml", target.settings() + "schema: schema\n");
    new BigSchema(size, 0, "").writeJava(new Texts(texts.folder().resolve("schema")));
    bench.prepare(bench.whimbrel(texts, "push"));
    return new Filled(texts, target);
  }

  /** All are measured beside {@code pg_dump}, and each beside those that do the same. */
  private Job job(
      String name, int size, Later<Filled> filled, List<Contender> others, List<String> arguments) {
    return new Job(
        name,
        size + " tables",
        other(
            "Whimbrel",
            filled,
            each -> bench.whimbrel(each.texts(), arguments.toArray(String[]::new))),
        Stream.concat(
                Stream.of(other("pg_dump --schema-only", filled, PullJobs::dump)), others.stream())
            .toList());
  }

  private static List<Contender> drizzles(
      Later<Filled> filled, BiFunction<NpmTool, Filled, Program> program) {
    return Stream.of(NpmTool.DRIZZLE, NpmTool.DRIZZLE_NEXT)
        .map(tool -> other(tool.name(), filled, each -> program.apply(tool, each)))
        .toList();
  }

  private static Contender other(
      String name, Later<Filled> filled, Function<Filled, Program> program) {
    return new Contender(name, () -> program.apply(filled.get()));
  }

  private static Program dump(Filled filled) {
    return Program.of(
        filled.texts().folder(),
        "pg_dump",
        "--schema-only",
        "-f",
        "dump.sql",
        filled.target().uri());
  }

  /**
   * The dump, which is there from the run before, and the database. What is for psql alone is left
   * out.
   */
  private Program compare(Filled filled) {
    Texts texts = filled.texts();
    String sql =
        texts
            .text("dump.sql")
            .lines()
            .filter(line -> !line.startsWith("\\"))
            .collect(Collectors.joining("\n"));
    return pgCodeKeeper.program(
        texts.write("sql-alone.sql", sql), "sql-alone.sql", filled.target());
  }

  private Program changelog(Filled filled) {
    new Texts(filled.texts().folder()).remove("pulled.yaml");
    return liquibase(filled, "generate-changelog", "--changelog-file=pulled.yaml");
  }

  /** The database and itself: Liquibase compares no files. */
  private Program diff(Filled filled) {
    Target.Postgres target = filled.target();
    return liquibase(
        filled,
        "diff",
        "--reference-url=" + target.jdbcUrl(),
        "--reference-username=" + target.user(),
        "--reference-password=" + target.password());
  }

  private Program liquibase(Filled filled, String command, String... more) {
    Target.Postgres target = filled.target();
    var arguments = new ArrayList<>(List.of("--analytics-enabled=false", command));
    arguments.add("--url=" + target.jdbcUrl());
    arguments.addAll(List.of("--username=" + target.user(), "--password=" + target.password()));
    arguments.addAll(List.of(more));
    return MavenTool.LIQUIBASE.program(
        bench.peers(), filled.texts().folder(), arguments.toArray(String[]::new));
  }

  private Program pull(NpmTool tool, Filled filled) {
    new Texts(tool.home(bench.peers()))
        .remove("pulled")
        .write(
            "pull.config.js",
            "module.exports = { dialect: 'postgresql', out: './pulled', dbCredentials: { url: '%s' } };\n"
                .formatted(filled.target().uri()));
    return tool.program(bench.peers(), Map.of(), "pull", "--config", "pull.config.js");
  }

  private Program push(NpmTool tool, int size, Filled filled) {
    new Texts(tool.home(bench.peers()))
        .write("schema.ts", new BigSchema(size, 0, "").drizzle())
        .write(
            "push.config.js",
            "module.exports = { dialect: 'postgresql', schema: './schema.ts', dbCredentials: { url: '%s' } };\n"
                .formatted(filled.target().uri()));
    return tool.program(bench.peers(), Map.of(), "push", "--force", "--config", "push.config.js");
  }
}
