package dev.whimbrel.kit.checklist;

import java.util.List;
import java.util.stream.Stream;

/** The items of the usual checklists: for making a migration, and for taking it to production. */
record Questions() {
  List<Question> all() {
    return Stream.of(making(), schema(), compatibility(), performance(), safety(), testing())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Question> making() {
    String section = "Making it";
    return List.of(
        Question.forPerson(section, "Schema changes planned", "a plan is in a head or on a page"),
        new Question(section, "No conflict with the existing schema", Questions::fits),
        new Question(
            section,
            "Proper relations and constraints",
            evidence ->
                evidence.without(
                    Concern.RELATIONS,
                    "%d new tables have a key, %d new foreign keys"
                        .formatted(evidence.tables(), evidence.foreignKeys()))),
        new Question(section, "Generated from the schema", Questions::generated),
        new Question(section, "Called as the project calls migrations", Questions::named),
        new Question(section, "Migrations are one line", Questions::oneLine),
        new Question(section, "Applied to the configured database", Questions::applied),
        Question.forPerson(
            section, "Database has the shape of its migrations", "run: whimbrel check --drift"),
        Question.forPerson(section, "Documents brought up to date", "only a reader knows"),
        Question.forPerson(section, "Files committed", "run: git status"));
  }

  private static List<Question> schema() {
    String section = "Schema review";
    return List.of(
        new Question(section, "SQL reviewed for correctness", Questions::reviewed),
        new Question(
            section,
            "Nothing that running code needs is broken",
            evidence ->
                evidence.without(Concern.BREAKING, "no rule about running code found anything")),
        new Question(
            section,
            "Indexes for new queries",
            evidence ->
                evidence.without(
                    Concern.INDEXES,
                    "new foreign keys, states and times have one; other queries: look")),
        new Question(section, "Foreign keys with a fitting ON DELETE", Questions::onDelete));
  }

  private static List<Question> compatibility() {
    String section = "Compatibility";
    return List.of(
        new Question(
            section,
            "Code in production works with the new schema",
            evidence ->
                evidence.without(Concern.BREAKING, "no rule about running code found anything")),
        Question.forPerson(
            section, "New code works with the old schema", "SQL does not show what code does"),
        new Question(
            section,
            "No renaming or change of type in one step",
            evidence -> evidence.without(Concern.PHASED, "none found")));
  }

  private static List<Question> performance() {
    String section = "Performance";
    return List.of(
        new Question(
            section,
            "Many rows are changed in batches",
            evidence ->
                evidence.without(Concern.BATCHES, "no statement changes all rows of a table")),
        new Question(
            section,
            "Indexes built concurrently where tables are large",
            evidence ->
                evidence.without(Concern.LOCKS, "none is built while others wait to write")),
        new Question(section, "Time of the migration estimated", Questions::estimated),
        Question.forPerson(
            section, "Tried on as much data as in production", "a scratch server has few rows"));
  }

  private static List<Question> safety() {
    String section = "Safety";
    return List.of(
        new Question(section, "Way back written and tried", Questions::proved),
        new Question(
            section,
            "No data is lost",
            evidence -> evidence.without(Concern.LOSING, "no rule about loss found anything")),
        Question.forPerson(section, "Backup verified", "only who restored it knows"),
        Question.forPerson(section, "Maintenance window, if there has to be one", "a date"),
        Question.forPerson(section, "People on call told", "people"));
  }

  private static List<Question> testing() {
    String section = "Testing";
    return List.of(
        Question.forPerson(section, "Tried on staging with a copy of production", "another place"),
        Question.forPerson(section, "Way back tried on staging", "another place"),
        Question.forPerson(section, "Application starts and was tested", "the application's tests"),
        Question.forPerson(section, "Performance measured", "the application's benchmarks"));
  }

  private static Tick fits(Evidence evidence) {
    if (!evidence.tried()) {
      return new Tick.ForPerson("nothing was tried; leave --untried out");
    }
    return evidence.without(
        Concern.FAILING,
        "%d statements ran on a scratch server at the state before"
            .formatted(evidence.statements()));
  }

  private static Tick generated(Evidence evidence) {
    return evidence.generated()
        ? new Tick.Done("each has the snapshot of the schema it makes")
        : new Tick.ForPerson("written by hand, or by another tool");
  }

  private static Tick named(Evidence evidence) {
    return evidence.misnamed().isEmpty()
        ? new Tick.Done("all names are as conventions.migrations says")
        : new Tick.Failed(String.join(", ", evidence.misnamed()));
  }

  private static Tick oneLine(Evidence evidence) {
    return evidence.lines()
        ? new Tick.Done("no two follow the same one")
        : new Tick.Failed("two branches: whimbrel check");
  }

  private static Tick applied(Evidence evidence) {
    return evidence
        .unapplied()
        .<Tick>map(count ->
            count == 0
                ? new Tick.Done("whimbrel status: applied")
                : new Tick.Failed(count + " not applied: whimbrel status says why"))
        .orElseGet(() -> new Tick.ForPerson("no database is configured"));
  }

  private static Tick reviewed(Evidence evidence) {
    return evidence.serious() == 0
        ? new Tick.ForPerson("no rule objects; whether it does what is meant, a person reads")
        : new Tick.Failed(evidence.serious() + " findings that are more than advice");
  }

  private static Tick onDelete(Evidence evidence) {
    return evidence.foreignKeys() == 0
        ? new Tick.Done("no new foreign key")
        : new Tick.ForPerson(
            "%d new foreign keys%s"
                .formatted(
                    evidence.foreignKeys(),
                    evidence.found().contains("on-delete-cascade")
                        ? ", some of which delete what refers to a row"
                        : ""));
  }

  private static Tick estimated(Evidence evidence) {
    return evidence
        .forecast()
        .<Tick>map(Tick.Done::new)
        .orElseGet(
            () -> new Tick.Failed("no sizes are known, or nothing was tried: whimbrel stats pull"));
  }

  private static Tick proved(Evidence evidence) {
    return evidence.unproven().isEmpty()
        ? new Tick.Done(String.join("; ", evidence.proofs()))
        : new Tick.Failed(String.join("; ", evidence.unproven()));
  }
}
