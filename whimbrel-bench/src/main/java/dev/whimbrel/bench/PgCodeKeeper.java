package dev.whimbrel.bench;

import java.nio.file.Path;

/** pgCodeKeeper, which compares a dump with a database. */
record PgCodeKeeper(Path peers) {
  static final String NAME = MavenTool.PG_CODE_KEEPER.name();

  Program program(Texts texts, String dump, Target.Postgres target) {
    String url =
        target.jdbcUrl()
            + (target.jdbcUrl().contains("?") ? "&" : "?")
            + "user=%s&password=%s".formatted(target.user(), target.password());
    return MavenTool.PG_CODE_KEEPER.program(peers, texts.folder(), dump, url);
  }
}
