package dev.whimbrel.postgres.rules;

import dev.whimbrel.review.script.Script;
import dev.whimbrel.review.script.ScriptStatement;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.review.sql.StatementReader;
import java.util.regex.Pattern;

/** Tells which statements fail when they are run a second time. */
record Robust(ScriptStatement statement, Script script) {
  private static final Pattern REPLACING =
      Pattern.compile("^create (or replace\\b|[a-z ]*?\\bif not exists\\b).*");
  private static final Pattern ONCE =
      Pattern.compile(
          "create .*|alter type (add attribute|rename|drop attribute (?!if exists)).*"
              + "|alter .* rename to .*");

  boolean fragile() {
    return switch (statement.deed()) {
      case Deed.CreateTable made ->
          !made.words().contains("if not exists")
              && !made.words().contains("on commit drop")
              && !isDropped(made.table().name());
      case Deed.CreateIndex index ->
          !index.words().contains("if not exists")
              && !index.name().isEmpty()
              && !isDropped(index.name());
      case Deed.Drop drop -> !drop.is("if exists");
      case Deed.Alter alter ->
          alter.actions().stream()
              .anyMatch(each -> new RobustAction(each.action(), alter.table()).fragile(this));
      case Deed.CreateEnum made -> !isDropped(made.type().name());
      case Deed.CreateDomain made -> !isDropped(made.domain().name());
      case Deed.CreateView view -> !isReplacing() && !isDropped(view.view().name());
      case Deed.CreateTrigger made -> !isReplacing() && !isDropped(made.trigger());
      case Deed.Query query -> query.into().filter(made -> !isDropped(made.name())).isPresent();
      case Deed.AddLabel label -> !label.ifNotExists();
      case Deed.AlterDomain domain -> isFragile(domain);
      case Deed.RenameLabel label -> true;
      case Deed.Rename rename -> true;
      case Deed.Other other -> isFragile(other);
      default -> false;
    };
  }

  private boolean isFragile(Deed.Other other) {
    return ONCE.matcher(other.words()).matches()
        && !REPLACING.matcher(other.words()).matches()
        && other.object().stream().noneMatch(made -> isDropped(made.name()));
  }

  private boolean isFragile(Deed.AlterDomain domain) {
    String words = domain.words();
    return words.startsWith("rename constraint")
        || (words.startsWith("drop constraint") && !words.startsWith("drop constraint if exists"))
        || (words.startsWith("add constraint ") && !isDroppedFrom(domain));
  }

  /** Whether the domain let go of a rule of that name before, if it had one. */
  private boolean isDroppedFrom(Deed.AlterDomain domain) {
    String name = domain.words().split(" ")[2];
    return script
        .before(statement)
        .anyMatch(each ->
            each.deed() instanceof Deed.AlterDomain other
                && other.domain().equals(domain.domain())
                && other.words().startsWith("drop constraint if exists " + name));
  }

  private boolean isReplacing() {
    return REPLACING.matcher(StatementReader.words(statement.sql())).matches();
  }

  /** Whether what is to be made was let go before, if it was there. */
  private boolean isDropped(String name) {
    return script
        .before(statement)
        .anyMatch(each ->
            each.deed() instanceof Deed.Drop drop
                && drop.is("if exists")
                && drop.names().stream().anyMatch(gone -> gone.name().equals(name)));
  }
}
