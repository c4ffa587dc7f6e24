package dev.whimbrel.sqlite.dsl;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.dsl.EnumSource;
import dev.whimbrel.schema.dsl.GeneralWords;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Naming;
import dev.whimbrel.schema.dsl.SchemaDefinition;
import dev.whimbrel.schema.dsl.Spelling;
import dev.whimbrel.schema.dsl.TableDefinition;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words for an SQLite schema in Java. */
public final class SqliteVocabulary implements Vocabulary {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

  @Override
  public String dialect() {
    return "sqlite";
  }

  @Override
  public Class<? extends TableDefinition> tableClass() {
    return SqliteTable.class;
  }

  @Override
  public Class<? extends SchemaDefinition> schemaClass() {
    return SqliteSchema.class;
  }

  @Override
  public Naming naming() {
    return Naming.unnamed();
  }

  @Override
  public String option(String words) {
    return switch (words) {
      case "STRICT" -> "strict()";
      case "WITHOUT ROWID" -> "withoutRowid()";
      default -> Vocabulary.super.option(words);
    };
  }

  @Override
  public Set<String> reserved() {
    return Set.of("BigDecimal");
  }

  @Override
  public Spelling spell(Column column, Map<ObjectName, EnumSource> enums) {
    Spelling kind = new KindWords(column).spelling();
    return switch (column.value()) {
      case ValueSource.AutoIncrement increment when !kind.words().startsWith("column(") ->
          kind.then(".autoincrement()");
      case ValueSource.Default(var expression) ->
          constant(kind, expression.sql())
              .map(kind::then)
              .orElseGet(() -> new GeneralWords().filled(kind, column.value()));
      default -> new GeneralWords().filled(kind, column.value());
    };
  }

  private static Optional<String> constant(Spelling kind, String sql) {
    boolean fits =
        switch (kind.words().substring(0, kind.words().indexOf('('))) {
          case "integer" -> WHOLE.matcher(sql).matches();
          case "text", "varchar" -> TEXT.matcher(sql).matches();
          default -> false;
        };
    return fits ? Optional.of(".defaultTo(" + literal(sql) + ")") : Optional.empty();
  }

  private static String literal(String sql) {
    return sql.startsWith("'")
        ? new JavaLiteral(sql.substring(1, sql.length() - 1).replace("''", "'")).toString()
        : sql + (sql.length() > 9 ? "L" : "");
  }
}
