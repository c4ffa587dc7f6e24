package dev.whimbrel.postgres.rewrite;

import dev.whimbrel.change.Change;
import dev.whimbrel.postgres.spell.Kin;
import dev.whimbrel.schema.Constraint;
import dev.whimbrel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a table has from its parents, under the same names. */
final class SharedRules {
  private SharedRules() {}

  /** Those that a table of such kin has from this parent. */
  static Stream<Constraint> of(Table parent, Kin kin) {
    boolean keys = kin instanceof Kin.Partition;
    return parent.constraints().stream()
        .filter(each -> isCheck(each) || (keys && each.refersElsewhere()));
  }

  /**
   * Whether PostgreSQL has ever validated what a parent leaves behind, its heir does not say: that
   * is made anew where nobody wants it validated.
   */
  static List<Change> unsure(Table related, Table alone, Table wanted) {
    var again = new ArrayList<Change>();
    alone.constraints().stream()
        .filter(each -> each instanceof Constraint.Verbatim && isCheck(each))
        .filter(each -> !related.constraints().contains(each))
        .filter(wanted.constraints()::contains)
        .forEach(each -> {
          again.add(new Change.DropConstraint(wanted.name(), each));
          again.add(new Change.AddConstraint(wanted.name(), each));
        });
    return again;
  }

  private static boolean isCheck(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> true;
      case Constraint.Verbatim(var name, var words) ->
          words.startsWith("CHECK ") && !words.contains(") NO INHERIT");
      default -> false;
    };
  }
}
