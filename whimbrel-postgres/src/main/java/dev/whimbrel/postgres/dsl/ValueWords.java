package dev.whimbrel.postgres.dsl;

import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import dev.whimbrel.schema.ValueSource.SequenceOptions;
import dev.whimbrel.schema.dsl.EnumSource;
import dev.whimbrel.schema.dsl.GeneralWords;
import dev.whimbrel.schema.dsl.JavaLiteral;
import dev.whimbrel.schema.dsl.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for where the value of a column comes from: {@code .defaultNow()}. */
record ValueWords(Column column, Map<ObjectName, EnumSource> enums) {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::([^()]+))?");
  private static final Set<String> TEXTS = Set.of("text", "character varying", "bpchar");
  private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

  Spelling spelling(Spelling kind) {
    return switch (column.value()) {
      case ValueSource.Identity(var always, var options) ->
          kind.then(always ? ".generatedAlwaysAsIdentity(" : ".generatedByDefaultAsIdentity(")
              .then(sequence(options) + ")")
              .impliesNotNull();
      case ValueSource.Serial serial -> kind.impliesNotNull();
      case ValueSource.Default(var expression) ->
          constant(expression.sql())
              .filter(word -> !kind.words().startsWith("column("))
              .map(kind::then)
              .orElseGet(() -> new GeneralWords().filled(kind, column.value()));
      case ValueSource.Given given -> kind;
      case ValueSource.Generated generated -> new GeneralWords().filled(kind, generated);
      case ValueSource.AutoIncrement increment -> new GeneralWords().filled(kind, increment);
    };
  }

  /** A shorter word for a default than its SQL, if there is one. */
  private Optional<String> constant(String sql) {
    return switch (column.type()) {
      case DataType.Uuid uuid -> when(sql.equals("gen_random_uuid()"), ".defaultRandom()");
      case DataType.Timestamp timestamp -> now(sql);
      case DataType.Date date -> now(sql);
      case DataType.Time time -> now(sql);
      case DataType.Int whole -> number(sql);
      case DataType.Decimal decimal -> number(sql);
      case DataType.Real real -> number(sql);
      case DataType.Bool bool ->
          when(sql.equals("true") || sql.equals("false"), ".defaultTo(" + sql + ")");
      case DataType.Text characters -> text(sql, TEXTS::contains).map(ValueWords::literal);
      case DataType.Char characters -> text(sql, TEXTS::contains).map(ValueWords::literal);
      case DataType.Json json -> text(sql, DOCUMENTS::contains).map(ValueWords::literal);
      case DataType.Enumerated(var name) ->
          text(sql, cast -> true).flatMap(label -> listed(name, label));
      case DataType.Array array -> when(sql.equals("'{}'"), ".defaultEmpty()");
      case DataType.Bytes bytes -> Optional.empty();
      case DataType.Native other -> Optional.empty();
    };
  }

  private Optional<String> listed(ObjectName type, String label) {
    return Optional.ofNullable(enums.get(type))
        .filter(source -> source.type().labels().contains(label))
        .map(source -> ".defaultTo(" + source.className() + "." + source.constant(label) + ")");
  }

  private static Optional<String> now(String sql) {
    return when(sql.equals("now()"), ".defaultNow()");
  }

  private static Optional<String> number(String sql) {
    return when(
        WHOLE.matcher(sql).matches(), ".defaultTo(" + sql + (sql.length() > 9 ? "L)" : ")"));
  }

  /** The text of a literal; PostgreSQL itself shows it with a cast to the type of the column. */
  private static Optional<String> text(String sql, Predicate<String> cast) {
    Matcher literal = TEXT.matcher(sql);
    return literal.matches() && Optional.ofNullable(literal.group(2)).stream().allMatch(cast)
        ? Optional.of(literal.group(1).replace("''", "'"))
        : Optional.empty();
  }

  private static String literal(String value) {
    return ".defaultTo(" + new JavaLiteral(value) + ")";
  }

  private static Optional<String> when(boolean fits, String word) {
    return fits ? Optional.of(word) : Optional.empty();
  }

  private static String sequence(SequenceOptions options) {
    List<String> words = new ArrayList<>();
    options.start().ifPresent(value -> words.add("startWith(" + value + "L)"));
    options.increment().ifPresent(value -> words.add("increment(" + value + "L)"));
    options.minValue().ifPresent(value -> words.add("minValue(" + value + "L)"));
    options.maxValue().ifPresent(value -> words.add("maxValue(" + value + "L)"));
    options.cache().ifPresent(value -> words.add("cache(" + value + "L)"));
    if (options.cycle()) {
      words.add("cycle()");
    }
    return String.join(".", words);
  }
}
