package dev.whimbrel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tool from npm. */
record NpmTool(String name, String bin, List<String> packages) {
  static final NpmTool DRIZZLE =
      new NpmTool(
          "drizzle-kit 0.31.11",
          "drizzle-kit",
          List.of("drizzle-kit@0.31.11", "drizzle-orm@0.45.4", "pg@8", "@libsql/client@0.15"));
  static final NpmTool DRIZZLE_NEXT =
      new NpmTool(
          "drizzle-kit 1.0.0-rc.5",
          "drizzle-kit",
          List.of(
              "drizzle-kit@1.0.0-rc.5", "drizzle-orm@1.0.0-rc.5", "pg@8", "@libsql/client@0.15"));
  static final NpmTool DBMATE = new NpmTool("dbmate 2.36.0", "dbmate", List.of("dbmate@2.36.0"));
  static final NpmTool PRISMA = new NpmTool("Prisma 7.10.1", "prisma", List.of("prisma@7.10.1"));

  /** The folder in which it is installed; what it reads has to lie there too. */
  Path home(Path peers) {
    Path home = peers.resolve(name.replace(' ', '-'));
    if (!Files.isDirectory(home.resolve("node_modules"))) {
      new Texts(home).write("package.json", "{\"private\": true}");
      List<String> command =
          new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--silent"));
      command.addAll(packages);
      new Fetching(home).run(command.toArray(String[]::new));
    }
    return home;
  }

  Program program(Path peers, Map<String, String> environment, String... arguments) {
    Path home = home(peers);
    List<String> command =
        new ArrayList<>(List.of(home.resolve("node_modules/.bin").resolve(bin).toString()));
    command.addAll(List.of(arguments));
    return new Program(command, home, environment);
  }
}
