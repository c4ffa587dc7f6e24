package dev.whimbrel.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands as picocli wants them told; told in code, since annotations cost time at start-up.
 */
record Grammar(List<Command> commands) {
  CommandSpec root() {
    CommandSpec root = CommandSpec.create().name("whimbrel");
    root.usageMessage()
        .description("Takes a database from the shape it has to the shape you describe.")
        .synopsisHeading("")
        .customSynopsis("whimbrel COMMAND [OPTIONS]", "")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n")
        .footer("", "Begin with: whimbrel demo, or whimbrel init", "");
    common(root);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("say which version this is")
            .build());
    commands.forEach(command -> root.addSubcommand(command.name(), line(command)));
    return root;
  }

  /** An option without a value. */
  static OptionSpec flag(String name, String about) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(about).build();
  }

  /** An option with one value. */
  static OptionSpec value(String name, String label, String about) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(about).build();
  }

  /** An option that may be there more than once. */
  static OptionSpec values(String name, String label, String about) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(about)
        .build();
  }

  /** Which part of a database a command looks at. */
  static void scope(CommandSpec spec) {
    spec.addOption(value("--schemas", "PATTERNS", "only these schemas, such as: app_*,!app_old"))
        .addOption(
            value("--tables", "PATTERNS", "only these tables, such as: users,shop.*,!tmp_*"));
  }

  /** What may stand behind a command without a dash. */
  static PositionalParamSpec words(String label, String arity, String about) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .arity(arity)
        .description(about)
        .build();
  }

  private static CommandLine line(Command command) {
    CommandSpec spec = CommandSpec.create();
    command.describe(spec);
    common(spec);
    spec.aliases(command.aliases().toArray(String[]::new));
    spec.usageMessage()
        .description(command.about())
        .synopsisHeading("")
        .optionListHeading("%nOptions:%n")
        .sortOptions(false)
        .footerHeading("%nExamples:%n")
        .footer(command.examples().stream().map(each -> "  " + each).toArray(String[]::new));
    return new CommandLine(spec);
  }

  private static void common(CommandSpec spec) {
    spec.addOption(value("--config", "FILE", "the configuration, instead of whimbrel.yaml"))
        .addOption(value("--env", "NAME", "one of the configuration's environments"))
        .addOption(value("--database", "URL", "another database than the configuration's"))
        .addOption(flag("--json", "answer with one JSON object"))
        .addOption(flag("--debug", "show where in the program a failure came from"))
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("show this").build());
  }
}
