package dev.whimbrel.kit.config;

import dev.whimbrel.kit.compare.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code whimbrel.yaml}.
 *
 * @param environment the variables of this process
 */
public record ConfigurationReader(Map<String, String> environment) {
  /** What the file is called. */
  public static final String FILE_NAME = "whimbrel.yaml";

  /** The file in this folder or the nearest above it, up to the root of the repository. */
  public static Optional<Path> find(Path folder) {
    for (Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
      if (Files.isRegularFile(here.resolve(FILE_NAME))) {
        return Optional.of(here.resolve(FILE_NAME));
      }
      if (Files.exists(here.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a file for one of its environments, or for none.
   *
   * @throws ConfigurationException if it is not as it should be
   */
  public Configuration read(Path file, Optional<String> name) {
    Path folder =
        Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
    YamlPart top =
        parsed(file, Variables.of(folder, environment))
            .only(
                "dialect",
                "schema",
                "schemas",
                "tables",
                "migrations",
                "database",
                "scratch",
                "environments",
                "seed");
    checkEnvironments(top);
    Optional<YamlPart> chosen = name.map(each -> chosen(top, each));
    return new Configuration(
        file,
        top.text("dialect"),
        schema(top, folder),
        new MigrationsPart(top, folder).read(),
        database(top, chosen),
        chosen.map(part -> part.flag("protected")).orElse(false),
        Scope.everything().narrowed(top.texts("schemas"), top.texts("tables")),
        top.part("scratch")
            .map(ConfigurationReader::checked)
            .flatMap(ConfigurationReader::settings),
        seed(top, folder));
  }

  private static YamlPart parsed(Path file, Variables variables) {
    String name = file.toString();
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(name).build())
              .composeString(Files.readString(file));
      return root.map(node -> YamlPart.of(name, "", node, variables))
          .orElseGet(() -> new YamlPart(name, "", Map.of(), variables));
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s cannot be read. Name another file with --config, or write one with: whimbrel init"
              .formatted(name),
          e);
    } catch (YamlEngineException e) {
      throw new ConfigurationException(name + broken(e), e);
    }
  }

  private static String broken(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      String line =
          marked
              .getProblemMark()
              .map(at -> ", line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1))
              .orElse("");
      return line + ": " + marked.getProblem() + "; this is not YAML";
    }
    return ": this is not YAML";
  }

  private static void checkEnvironments(YamlPart top) {
    top.part("database").ifPresent(ConfigurationReader::checked);
    for (YamlPart all : top.part("environments").stream().toList()) {
      all.keys().forEach(name -> environment(all, name));
    }
  }

  private static Optional<YamlPart> environment(YamlPart all, String name) {
    Optional<YamlPart> part = all.part(name).map(each -> each.only("database", "protected"));
    part.flatMap(each -> each.part("database")).ifPresent(ConfigurationReader::checked);
    return part;
  }

  private static YamlPart checked(YamlPart database) {
    return database.only("url", "user", "password");
  }

  private static YamlPart chosen(YamlPart top, String name) {
    Optional<YamlPart> all = top.part("environments");
    return all.flatMap(each -> environment(each, name))
        .orElseThrow(() -> noEnvironment(top.file(), name, all));
  }

  private static ConfigurationException noEnvironment(
      String file, String name, Optional<YamlPart> all) {
    return new ConfigurationException(
        "%s names no environment \"%s\"; it has %s."
            .formatted(file, name, all.map(part -> String.join(", ", part.keys())).orElse("none")));
  }

  private static Optional<SchemaLocation> schema(YamlPart top, Path folder) {
    if (top.isPart("schema")) {
      return top.part("schema").map(part -> classes(part.only("classpath", "package"), folder));
    }
    var paths = top.texts("schema").stream().map(folder::resolve).toList();
    return paths.isEmpty() ? Optional.empty() : Optional.of(new SchemaLocation.Sources(paths));
  }

  private static Optional<SeedSettings> seed(YamlPart top, Path folder) {
    if (top.isPart("seed")) {
      return top.part("seed").map(part -> command(part.only("command")));
    }
    var paths = top.texts("seed").stream().map(folder::resolve).toList();
    return paths.isEmpty() ? Optional.empty() : Optional.of(new SeedSettings.Sql(paths));
  }

  private static SeedSettings command(YamlPart part) {
    return new SeedSettings.Command(
        part.text("command").orElseThrow(() -> part.wrong("command", "is missing")));
  }

  private static SchemaLocation classes(YamlPart part, Path folder) {
    return new SchemaLocation.Classes(
        part.texts("classpath").stream().map(folder::resolve).toList(),
        part.text("package")
            .orElseThrow(() -> part.wrong("package", "is missing; name the tables' package")));
  }

  /** DATABASE_URL stands for what the file leaves open, so that it never overrides it. */
  private Optional<DatabaseSettings> database(YamlPart top, Optional<YamlPart> chosen) {
    return chosen
        .flatMap(part -> part.part("database"))
        .or(() -> top.part("database").map(ConfigurationReader::checked))
        .flatMap(ConfigurationReader::settings)
        .or(() -> top.variables().find("DATABASE_URL").map(DatabaseSettings::of));
  }

  private static Optional<DatabaseSettings> settings(YamlPart part) {
    return part.text("url")
        .map(url -> new DatabaseSettings(url, part.text("user"), part.text("password")));
  }
}
