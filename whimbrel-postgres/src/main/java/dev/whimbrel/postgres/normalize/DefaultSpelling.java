package dev.whimbrel.postgres.normalize;

import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ValueSource;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A default in the short spelling: without a cast that says no more than the column's type does, so
 * that {@code 'active'::character varying} and {@code 'active'} are one.
 */
final class DefaultSpelling {
  private static final Pattern LITERAL =
      Pattern.compile("(E?)('(?:[^']|'')*'|NULL)(?:::(.+))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CALL = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*\\(\\)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Set<String> WORDS =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "CURRENT_USER",
          "SESSION_USER");

  private final DataType type;

  private DefaultSpelling(DataType type) {
    this.type = type;
  }

  static Column apply(Column column, Expression value) {
    String sql = new DefaultSpelling(column.type()).spelled(ExpressionText.normal(value.sql()));
    return sql.equals("NULL") && !measured(column.type())
        ? column.filledBy(new ValueSource.Given())
        : column.filledBy(new ValueSource.Default(new Expression(sql)));
  }

  /** PostgreSQL forgets a default of null, but not where it has to be cut to a length. */
  private static boolean measured(DataType type) {
    return !TypeName.bare(type).equals(type) && !(type instanceof DataType.Array);
  }

  private String spelled(String sql) {
    String upper = sql.toUpperCase(Locale.ROOT);
    if (WORDS.contains(upper)) {
      return upper;
    }
    if (upper.equals("TRUE") || upper.equals("FALSE") || CALL.matcher(sql).matches()) {
      return sql.toLowerCase(Locale.ROOT);
    }
    Matcher literal = LITERAL.matcher(sql);
    return literal.matches() ? literal(sql, literal) : sql;
  }

  private String literal(String sql, Matcher literal) {
    String text = unescaped(literal.group(1), literal.group(2));
    if (measuredArray(literal.group(3))) {
      return sql;
    }
    Optional<DataType> cast = Optional.ofNullable(literal.group(3)).map(this::parsed);
    if (text.equalsIgnoreCase("NULL")) {
      return cast.isEmpty() || restates(cast.get()) ? "NULL" : sql;
    }
    Optional<String> number = number(text, cast.orElse(TypeName.bare(type)));
    if (number.isPresent()) {
      return number.get();
    }
    return cast.isEmpty() || restates(cast.get()) ? text : sql;
  }

  /** An array whose elements are cut to a length says so in a cast of its own or not at all. */
  private static boolean measuredArray(@Nullable String cast) {
    return cast != null && cast.endsWith(")[]");
  }

  /** The type of a cast; an enumeration is known by its name. */
  private DataType parsed(String cast) {
    String bare = TypeName.sql(TypeName.bare(type)).replace("\"", "");
    return cast.replace("\"", "").equals(bare)
        ? TypeName.bare(type)
        : TypeName.bare(TypeName.parse(cast));
  }

  private boolean restates(DataType cast) {
    return cast.equals(TypeName.bare(type));
  }

  /** Backslashes need no special literal, since they are ordinary in a standard one. */
  private static String unescaped(String prefix, String literal) {
    boolean simple = literal.replace("\\\\", "").indexOf('\\') < 0;
    return prefix.isEmpty() || !simple
        ? prefix.toUpperCase(Locale.ROOT) + literal
        : literal.replace("\\\\", "\\");
  }

  /** A number in quotes is one without them where PostgreSQL reads both as the same type. */
  private Optional<String> number(String literal, DataType cast) {
    String digits = literal.substring(1, literal.length() - 1);
    boolean numeric =
        type instanceof DataType.Int
            || type instanceof DataType.Real
            || type instanceof DataType.Decimal;
    return numeric && NUMBER.matcher(digits).matches() && natural(digits).equals(cast)
        ? Optional.of(digits)
        : Optional.empty();
  }

  private static DataType natural(String digits) {
    if (digits.contains(".")) {
      return new DataType.Decimal(Optional.empty(), 0);
    }
    int bits = new BigInteger(digits).bitLength();
    return bits < 32
        ? new DataType.Int(32)
        : bits < 64 ? new DataType.Int(64) : new DataType.Decimal(Optional.empty(), 0);
  }
}
