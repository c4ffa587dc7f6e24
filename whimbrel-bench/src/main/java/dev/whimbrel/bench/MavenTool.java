package dev.whimbrel.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A tool from Maven Central, on the JVM that runs us and with the flags for short runs.
 *
 * @param libraries group, artifact and version, with colons; a star in front leaves out what it
 *     needs
 */
record MavenTool(String name, String mainClass, List<String> libraries) {
  private static final String DRIVERS =
      "org.postgresql:postgresql:42.7.14 org.xerial:sqlite-jdbc:3.54.1.0";

  static final MavenTool FLYWAY =
      new MavenTool(
          "Flyway 12.5.0",
          "org.flywaydb.commandline.Main",
          List.of(
              "*org.flywaydb:flyway-commandline:12.5.0",
              "org.flywaydb:flyway-core:12.5.0",
              "org.flywaydb:flyway-database-postgresql:12.5.0",
              "tools.jackson.core:jackson-databind:3.1.1",
              "tools.jackson.dataformat:jackson-dataformat-xml:3.1.1",
              "tools.jackson.dataformat:jackson-dataformat-toml:3.1.1",
              "org.fusesource.jansi:jansi:1.18",
              "org.slf4j:slf4j-nop:1.7.36"));
  static final MavenTool LIQUIBASE =
      new MavenTool(
          "Liquibase 5.0.4",
          "liquibase.integration.commandline.LiquibaseCommandLine",
          List.of("org.liquibase:liquibase-core:5.0.4", "info.picocli:picocli:4.7.7"));
  static final MavenTool MYBATIS =
      new MavenTool(
          "MyBatis Migrations 3.5.0",
          "org.apache.ibatis.migration.Migrator",
          List.of("org.mybatis:mybatis-migrations:3.5.0"));
  static final MavenTool FLYWAY_CALL = FLYWAY.calledBy("FlywayCall");
  static final MavenTool LIQUIBASE_CALL = LIQUIBASE.calledBy("LiquibaseCall");
  static final MavenTool MYBATIS_CALL = MYBATIS.calledBy("MyBatisCall");
  static final MavenTool PG_CODE_KEEPER =
      new MavenTool(
          "pgCodeKeeper 13.1.0",
          "PgCodeKeeperDiff",
          List.of("org.pgcodekeeper:pgcodekeeper-core:13.1.0"));

  /** The same libraries, with a program of ours that calls them. */
  private MavenTool calledBy(String program) {
    return new MavenTool(name, program, libraries);
  }

  /** Fetches it, unless that was done before. */
  Program program(Path peers, Path folder, String... arguments) {
    Path home = peers.resolve(mainClass);
    if (!Files.isDirectory(home.resolve("lib"))) {
      new Texts(home).write("pom.xml", pom());
      new Fetching(home).run("mvn", "-q", "dependency:copy-dependencies", "-DoutputDirectory=lib");
    }
    String classPath = home.resolve("lib") + File.separator + "*";
    if (!mainClass.contains(".")) {
      classPath += File.pathSeparator + compiled(home, classPath);
    }
    List<String> command = new ArrayList<>(Jvm.command("-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    return new Program(command, folder, Map.of());
  }

  /** Compiles the program of ours, unless that was done before, and says where all of ours is. */
  private String compiled(Path home, String classPath) {
    String all = home + File.pathSeparator + Bench.classes();
    if (!Files.exists(home.resolve(mainClass + ".class"))) {
      new Texts(home).write(mainClass + ".java", Texts.resource(mainClass + ".java.txt"));
      String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
      String with = classPath + File.pathSeparator + Bench.classes();
      new Fetching(home).run(javac, "-cp", with, mainClass + ".java");
    }
    return all;
  }

  private String pom() {
    String dependencies =
        Stream.concat(libraries.stream(), Stream.of(DRIVERS.split(" ", -1)))
            .map(MavenTool::dependency)
            .collect(Collectors.joining());
    return "<project><modelVersion>4.0.0</modelVersion><groupId>bench</groupId><artifactId>peer</artifactId>"
        + "<version>1</version><dependencies>%s</dependencies></project>".formatted(dependencies);
  }

  private static String dependency(String library) {
    String alone =
        "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>";
    String[] parts = library.replace("*", "").split(":", -1);
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
        .formatted(parts[0], parts[1], parts[2], library.startsWith("*") ? alone : "");
  }
}
