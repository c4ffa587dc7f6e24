package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import com.google.errorprone.annotations.FormatMethod;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
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
    ObjectName old = to.name().sibling(Identifier.cut("whimbrel_old_" + to.name().name()));
    run("ALTER TYPE %s RENAME TO %s", quoted(to.name()), quoted(old.name()));
    run("%s", create(to));
    before.tables().forEach(this::move);
    run("DROP TYPE %s", quoted(old));
  }

  private void move(Table table) {
    table.columns().stream()
        .filter(column -> LabelUse.of(column.type(), to.name()) && use.stays(table.name(), column))
        .forEach(column -> move(table.name(), use.meanwhile(table.name(), column)));
  }

  private void move(ObjectName table, Column column) {
    String alter =
        "ALTER TABLE %s ALTER COLUMN %s ".formatted(quoted(table), quoted(column.name()));
    boolean filled = column.value() instanceof ValueSource.Default;
    if (filled) {
      run("%s", alter + "DROP DEFAULT");
    }
    run("%s", alter + "SET DATA TYPE " + TypeName.sql(column.type()) + using(column));
    if (column.value() instanceof ValueSource.Default(var value) && stillThere(value.sql())) {
      run("%s", alter + "SET DEFAULT " + value.sql());
    }
  }

  private static String using(Column column) {
    String way = column.type() instanceof DataType.Array ? "::text[]::" : "::text::";
    return " USING " + quoted(column.name()) + way + TypeName.sql(column.type());
  }

  /** A default whose label goes is not put back; the plan gives the column another one. */
  private boolean stillThere(String value) {
    return from.labels().stream()
        .filter(label -> !to.labels().contains(label))
        .noneMatch(label -> value.contains(Text.literal(label)));
  }

  @FormatMethod
  private void run(String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
