package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import com.google.errorprone.annotations.FormatMethod;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.LabelUse;
import dev.whimbrel.postgres.spell.Material;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What columns are made of is made anew under its old name, and the columns go over to that. */
final class TypeRebuild {
  private final Material material;
  private final Schema before;
  private final LabelUse use;
  private final List<String> goneLabels;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * @param goneLabels the labels of an enumeration that its new form does not have
   */
  TypeRebuild(Material material, Schema before, LabelUse use, List<String> goneLabels) {
    this.material = material;
    this.before = before;
    this.use = use;
    this.goneLabels = goneLabels;
  }

  /** The statements, among them the one that makes the new. */
  List<Statement> statements(String create) {
    if (material.isRange()) {
      return byWayOfText(create);
    }
    ObjectName old = material.name().sibling(Identifier.aside(material.name().name()));
    run("ALTER %s %s RENAME TO %s", material.word(), quoted(material.name()), quoted(old.name()));
    run("%s", create);
    columns(this::move);
    run("DROP %s %s", material.word(), quoted(old));
    return statements;
  }

  /**
   * The functions that come along with a range have its name, and no other can be given to them.
   */
  private List<Statement> byWayOfText(String create) {
    columns((table, column) ->
        run(
            "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s",
            quoted(table), quoted(column.name()), text(column)));
    run("DROP TYPE %s", quoted(material.name()));
    run("%s", create);
    columns(this::move);
    return statements;
  }

  private static String text(Column column) {
    return column.type() instanceof DataType.Array ? "text[]" : "text";
  }

  private void columns(BiConsumer<ObjectName, Column> action) {
    for (Table table : before.tables().toList()) {
      table.columns().stream()
          .filter(column -> material.makes(column) && use.stays(table.name(), column))
          .forEach(column -> action.accept(table.name(), use.meanwhile(table.name(), column)));
    }
  }

  private void move(ObjectName table, Column column) {
    String alter =
        "ALTER TABLE %s ALTER COLUMN %s ".formatted(quoted(table), quoted(column.name()));
    boolean filled = column.value() instanceof ValueSource.Default;
    if (filled) {
      run("%s", alter + "DROP DEFAULT");
    }
    run("%s", alter + "SET DATA TYPE " + ColumnSql.typeAndCollation(column) + using(column));
    if (column.value() instanceof ValueSource.Default(var value) && stillThere(value.sql())) {
      run("%s", alter + "SET DEFAULT " + value.sql());
    }
  }

  private String using(Column column) {
    if (material.word().equals("COLLATION")) {
      return "";
    }
    String way = column.type() instanceof DataType.Array ? "::text[]::" : "::text::";
    return " USING " + quoted(column.name()) + way + TypeName.sql(column.type());
  }

  /** A default whose label goes is not put back; the plan gives the column another one. */
  private boolean stillThere(String value) {
    return goneLabels.stream().noneMatch(label -> value.contains(Text.literal(label)));
  }

  @FormatMethod
  private void run(String form, Object... parts) {
    statements.add(Statement.of(form.formatted(parts)));
  }
}
