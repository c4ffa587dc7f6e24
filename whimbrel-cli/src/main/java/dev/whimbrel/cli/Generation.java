package dev.whimbrel.cli;

import dev.whimbrel.change.Change;
import dev.whimbrel.diff.RenameQuestion;
import dev.whimbrel.kit.Generate;
import dev.whimbrel.kit.config.ConfigurationException;
import dev.whimbrel.kit.draft.Fills;
import dev.whimbrel.kit.rename.Asker;
import dev.whimbrel.kit.rename.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code generate} and its aliases share. */
record Generation(Invocation invocation) {
  /** The options by which a person answers what the schemas leave open. */
  static void describe(CommandSpec spec) {
    spec.addOption(
            Grammar.value("--decisions", "FILE", "what was renamed, and what is new, line by line"))
        .addOption(
            Grammar.values(
                "--fill",
                "TABLE.COLUMN=VALUE",
                "what rows get in a column that may not be null now, or again on the way back"));
  }

  Answer answer(Generate.Request request) {
    Asker person =
        invocation.interactive() ? new TerminalAsker(invocation.surroundings()) : Asker.nobody();
    var use = new Generate(invocation.project(), person, invocation.surroundings().random());
    return switch (use.run(request)) {
      case Generate.Result.UpToDate(var remarks) ->
          Answer.done(List.of("Nothing to do: the migrations already make this schema."), Map.of())
              .as("up to date")
              .noting(remarks);
      case Generate.Result.NeedsDecisions(var questions) -> undecided(questions);
      case Generate.Result.Planned(var draft) -> planned(draft);
      case Generate.Result.Written(var draft) -> written(draft);
    };
  }

  Decisions decisions() {
    return invocation.path("--decisions").map(Generation::read).orElseGet(Decisions::none);
  }

  Fills fills() {
    return Fills.parse(invocation.texts("--fill"));
  }

  static Fills noFills() {
    return new Fills(List.of());
  }

  private static Decisions read(Path file) {
    try {
      return Decisions.parse(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s cannot be read; name the file with the decisions.".formatted(file), e);
    }
  }

  private static Answer written(Generate.Draft draft) {
    var lines = new ArrayList<String>();
    lines.add("wrote " + draft.folder());
    draft.changes().forEach(change -> lines.add("  " + change.describe()));
    Answer answer = Answer.done(lines, details(draft)).as("written");
    return answer.noting(notes(draft));
  }

  private static Answer planned(Generate.Draft draft) {
    Answer answer = Answer.done(draft.sql().lines().toList(), details(draft)).as("planned");
    return answer.noting(notes(draft));
  }

  private static List<String> notes(Generate.Draft draft) {
    var notes = new ArrayList<>(new Findings(draft.findings()).lines());
    notes.addAll(draft.remarks());
    return notes;
  }

  private static Map<String, Object> details(Generate.Draft draft) {
    var details = new LinkedHashMap<String, Object>();
    details.put("migration", draft.id().value());
    details.put("folder", draft.folder());
    details.put("changes", draft.changes().stream().map(Change::describe).toList());
    details.put("sql", draft.sql());
    details.put("findings", new Findings(draft.findings()).details());
    if (!draft.remarks().isEmpty()) {
      details.put("remark", String.join("\n", draft.remarks()));
    }
    return details;
  }

  /** Tells which lines would answer, so that one of each group can be pasted. */
  static Answer undecided(List<RenameQuestion> questions) {
    var lines = new ArrayList<String>();
    lines.add("Nothing was written: it is not clear what is new and what only has a new name.");
    lines.add("Put one line of each group into a file, and pass it with --decisions FILE;");
    lines.add("or say renamedFrom(\"…\") in the schema.");
    var groups = new ArrayList<List<String>>();
    for (RenameQuestion question : questions) {
      List<String> group = choices(question);
      groups.add(group);
      lines.add("");
      lines.addAll(group);
    }
    return new Answer(ExitCode.NOT_STARTED, "needs decisions", List.of(), lines, error(groups));
  }

  private static Map<String, Object> error(List<List<String>> groups) {
    var problem =
        new Problem(
            ExitCode.NOT_STARTED,
            "decisions",
            "It is not clear what is new and what only has a new name.",
            "Put one line of each group of \"decisions\" into a file.",
            List.of("whimbrel generate --decisions FILE"));
    return Map.of("error", problem.details(), "decisions", groups);
  }

  static List<String> choices(RenameQuestion question) {
    var choices = new ArrayList<>(question.renames().stream().map(Change::describe).toList());
    choices.add(question.added().describe());
    return choices;
  }
}
