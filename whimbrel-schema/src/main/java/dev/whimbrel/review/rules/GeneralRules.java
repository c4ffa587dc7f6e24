package dev.whimbrel.review.rules;

import dev.whimbrel.review.script.ScriptRule;
import java.util.List;

/** The rules that hold on every database. */
public final class GeneralRules {
  private GeneralRules() {}

  public static List<ScriptRule> all() {
    return List.of(
        new DropTable(),
        new DropColumn(),
        new RecreatedColumn(),
        new RenameColumn(),
        new RenameTable(),
        new RequiredColumn(),
        new WriteAllRows(),
        new DuplicateColumn(),
        new TransactionNesting(),
        new UncommittedTransaction());
  }
}
