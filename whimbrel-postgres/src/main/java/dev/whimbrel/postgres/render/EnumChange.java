package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import com.google.errorprone.annotations.FormatMethod;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An enumeration that gets other labels: it grows, or is made anew under the old name. */
final class EnumChange {
  private final EnumType from;
  private final EnumType to;
  private final Schema before;
  private final LabelUse use;
  private final List<Statement> statements = new ArrayList<>();

  EnumChange(EnumType from, EnumType to, Schema before, LabelUse use) {
    this.from = from;
    this.to = to;
    this.before = before;
    this.use = use;
  }

  static String create(EnumType type) {
    String labels = type.labels().stream().map(Text::literal).collect(Collectors.joining(", "));
    return "CREATE TYPE " + quoted(type.name()) + " AS ENUM(" + labels + ")";
  }

  List<Statement> statements() {
    if (use.rebuilds(from, to)) {
      rebuild();
    } else {
      grow();
    }
    return statements;
  }

  private void grow() {
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
  }

  private static String place(List<String> there, int at) {
    return at == there.size() ? "" : " BEFORE " + Text.literal(there.get(at));
  }

  private void rebuild() {
    List<String> gone =
        from.labels().stream().filter(label -> !to.labels().contains(label)).toList();
    Material.of(to)
        .map(material -> new TypeRebuild(material, before, use, gone).statements(create(to)))
        .ifPresent(statements::addAll);
  }

  @FormatMethod
  private void run(String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
