package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import com.google.errorprone.annotations.FormatMethod;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An enumeration that gets more labels where it stands. */
final class EnumChange {
  private final EnumType from;
  private final EnumType to;
  private final List<Statement> statements = new ArrayList<>();

  EnumChange(EnumType from, EnumType to) {
    this.from = from;
    this.to = to;
  }

  static String create(EnumType type) {
    String labels = type.labels().stream().map(Text::literal).collect(Collectors.joining(", "));
    return "CREATE TYPE " + quoted(type.name()) + " AS ENUM(" + labels + ")";
  }

  List<Statement> statements() {
    var there = new ArrayList<>(from.labels());
    for (int i = 0; i < to.labels().size(); i++) {
      String label = to.labels().get(i);
      if (!there.contains(label)) {
        run(
            "ALTER TYPE %s ADD VALUE %s%s",
            quoted(to.name()), Text.literal(label), place(there, i));
        there.add(i, label);
      }
    }
    return statements;
  }

  private static String place(List<String> there, int at) {
    return at == there.size() ? "" : " BEFORE " + Text.literal(there.get(at));
  }

  @FormatMethod
  private void run(String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
