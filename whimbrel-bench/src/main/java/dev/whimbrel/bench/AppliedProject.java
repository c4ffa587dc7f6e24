package dev.whimbrel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One database for each tool, and the same small migrations for all of them. */
final class AppliedProject {
  /** The tools that run on a JVM, and how they tell where a database stands. */
  static final List<Way> JAVA_STATUS =
      List.of(
          new Way(MavenTool.FLYWAY.name(), project -> project.flyway("info")),
          new Way(MavenTool.LIQUIBASE.name(), project -> project.liquibase("status")),
          new Way(MavenTool.MYBATIS.name(), project -> project.mybatis("status")));

  /** The same tools, and how they apply what is pending. */
  static final List<Way> JAVA_APPLY =
      List.of(
          new Way(MavenTool.FLYWAY.name(), project -> project.flyway("migrate")),
          new Way(MavenTool.LIQUIBASE.name(), project -> project.liquibase("update")),
          new Way(MavenTool.MYBATIS.name(), project -> project.mybatis("up")));

  /** The tools of Node, and how they do it. */
  static final List<Way> NODE_APPLY =
      List.of(
          new Way(NpmTool.DBMATE.name(), project -> project.dbmate("migrate")),
          new Way(NpmTool.DRIZZLE.name(), project -> project.drizzle(NpmTool.DRIZZLE, "drizzle")),
          new Way(
              NpmTool.DRIZZLE_NEXT.name(),
              project -> project.drizzle(NpmTool.DRIZZLE_NEXT, "drizzle-next")));

  private final Bench bench;
  private final Target target;
  private final Texts texts;

  AppliedProject(Bench bench, Target target, int count) {
    this.bench = bench;
    this.target = target;
    this.texts = bench.texts(kind() + "-" + count);
    if (!texts.folder().resolve("all.sql").toFile().exists()) {
      new SmallMigrations(texts, kind(), count).write();
    }
  }

  /** What a tool does in a project. */
  interface Work {
    Program in(AppliedProject project);
  }

  /** A tool, and what it does in a project. */
  record Way(String name, Work work) {}

  /** Has Whimbrel apply them. */
  void apply() {
    bench.prepare(whimbrel("migrate"));
  }

  Program whimbrel(String... arguments) {
    texts.write("whimbrel.yaml", target.settings() + "schema: schema\nmigrations: whimbrel\n");
    return bench.whimbrel(texts, arguments);
  }

  /** One query, by the database's own client. */
  Program query() {
    return switch (target) {
      case Target.Postgres postgres ->
          Program.of(texts.folder(), "psql", "-X", "-q", "-c", "select 1", postgres.uri());
      case Target.Sqlite(var file) ->
          Program.of(texts.folder(), "sqlite3", file, "select count(*) from sqlite_schema");
    };
  }

  /** All of them, by the database's own client. */
  Program plain() {
    return switch (target) {
      case Target.Postgres postgres ->
          Program.of(
              texts.folder(),
              "psql",
              "-X",
              "-q",
              "-v",
              "ON_ERROR_STOP=1",
              "-f",
              "all.sql",
              postgres.uri());
      case Target.Sqlite(var file) ->
          Program.of(texts.folder(), "sqlite3", "-bail", file, ".read all.sql");
    };
  }

  Program flyway(String... commands) {
    var arguments = new ArrayList<>(List.of("-url=" + target.jdbcUrl(), "-skipCheckForUpdate"));
    arguments.add("-locations=filesystem:flyway");
    if (target instanceof Target.Postgres(var url, var user, var password)) {
      arguments.addAll(List.of("-user=" + user, "-password=" + password));
    }
    arguments.addAll(Arrays.asList(commands));
    return MavenTool.FLYWAY.program(
        bench.peers(), texts.folder(), arguments.toArray(String[]::new));
  }

  Program liquibase(String command) {
    var arguments =
        new ArrayList<>(List.of("--search-path=liquibase", "--analytics-enabled=false"));
    arguments.addAll(List.of("--changelog-file=changelog.yaml", "--url=" + target.jdbcUrl()));
    if (target instanceof Target.Postgres(var url, var user, var password)) {
      arguments.addAll(List.of("--username=" + user, "--password=" + password));
    }
    arguments.add(command);
    return MavenTool.LIQUIBASE.program(
        bench.peers(), texts.folder(), arguments.toArray(String[]::new));
  }

  Program mybatis(String command) {
    String account =
        target instanceof Target.Postgres(var url, var user, var password)
            ? "username=%s\npassword=%s\n".formatted(user, password)
            : "username=\npassword=\n";
    String driver = target instanceof Target.Sqlite ? "org.sqlite.JDBC" : "org.postgresql.Driver";
    texts.write(
        "mybatis/environments/development.properties",
        "time_zone=GMT+0:00\nscript_char_set=UTF-8\nchangelog=CHANGELOG\nsend_full_script=false\ndelimiter=;\ndriver=%s\nurl=%s\n%s"
            .formatted(driver, target.jdbcUrl(), account));
    return MavenTool.MYBATIS.program(
        bench.peers(), texts.folder(), "--path=" + texts.folder().resolve("mybatis"), command);
  }

  Program dbmate(String command) {
    return NpmTool.DBMATE.program(
        bench.peers(),
        Map.of("DATABASE_URL", uri("sqlite:")),
        "--migrations-dir",
        texts.folder().resolve("dbmate").toString(),
        "--no-dump-schema",
        command);
  }

  Program drizzle(NpmTool tool, String folder) {
    new Texts(tool.home(bench.peers()))
        .write(
            "migrate.config.js",
            "module.exports = { dialect: '%s', out: '%s', dbCredentials: { url: '%s' } };\n"
                .formatted(kind(), texts.folder().resolve(folder), uri("file:")));
    return tool.program(bench.peers(), Map.of(), "migrate", "--config", "migrate.config.js");
  }

  /** What the calls within a JVM want to know. */
  List<String> callArguments(String which) {
    String folder = texts.folder().toString();
    return switch (target) {
      case Target.Postgres(var url, var user, var password) ->
          List.of(which, url, user, password, folder);
      case Target.Sqlite sqlite -> List.of(which, sqlite.jdbcUrl(), "", "", folder);
    };
  }

  /** As the tools of Node take it; what stands before the path of a file is each one's own. */
  private String uri(String beforeFile) {
    return switch (target) {
      case Target.Postgres postgres -> postgres.uri();
      case Target.Sqlite(var file) -> beforeFile + file;
    };
  }

  private String kind() {
    return target instanceof Target.Sqlite ? "sqlite" : "postgresql";
  }
}
