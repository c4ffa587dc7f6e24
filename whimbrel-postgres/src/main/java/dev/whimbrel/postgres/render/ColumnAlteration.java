package dev.whimbrel.postgres.render;

import static dev.whimbrel.postgres.spell.Identifier.quoted;

import dev.whimbrel.dialect.RefusedException;
import dev.whimbrel.plan.Statement;
import dev.whimbrel.postgres.spell.CounterRange;
import dev.whimbrel.postgres.spell.Identifier;
import dev.whimbrel.postgres.spell.Text;
import dev.whimbrel.postgres.spell.TypeName;
import dev.whimbrel.schema.Column;
import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.Expression;
import dev.whimbrel.schema.ObjectName;
import dev.whimbrel.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that stays and changes: first the old value source goes, then type and nullability
 * change, then the new value source comes.
 */
final class ColumnAlteration {
  private final ObjectName table;
  private final Column from;
  private final Column to;
  private final Optional<Expression> conversion;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * @param conversion what makes the new value, if the database is not to find that itself
   */
  ColumnAlteration(ObjectName table, Column from, Column to, Optional<Expression> conversion) {
    this.table = table;
    this.from = from;
    this.to = to;
    this.conversion = conversion;
  }

  List<Statement> statements() {
    boolean sameSource = from.value().equals(to.value());
    boolean refill = !sameSource || (retyped() && !numbersOnly() && isDefault(from));
    if (refill) {
      leave(from.value());
    }
    if (retyped()) {
      retype();
    }
    if (from.nullable() != to.nullable()) {
      column(to.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
    }
    if (refill) {
      enter(to.value());
    }
    return statements;
  }

  private boolean retyped() {
    return !from.type().equals(to.type()) || !from.collation().equals(to.collation());
  }

  private boolean numbersOnly() {
    return from.type() instanceof DataType.Int && to.type() instanceof DataType.Int;
  }

  private static boolean isDefault(Column column) {
    return column.value() instanceof ValueSource.Default;
  }

  /** A sequence behind {@code serial} counts no further than its type; identity's follows alone. */
  private void retype() {
    column("SET DATA TYPE " + ColumnSql.typeAndCollation(to) + using());
    if (from.value() instanceof ValueSource.Serial && to.value() instanceof ValueSource.Serial) {
      run("ALTER SEQUENCE " + sequence() + " AS " + TypeName.sql(to.type()));
    }
  }

  private String using() {
    return conversion
        .map(Expression::sql)
        .or(() -> Casts.using(quoted(to.name()), from.type(), to.type()))
        .map(cast -> " USING " + cast)
        .orElse("");
  }

  private void leave(ValueSource value) {
    switch (value) {
      case ValueSource.Given() -> {}
      case ValueSource.Default plain -> leaveDefault();
      case ValueSource.Serial() -> {
        column("DROP DEFAULT");
        run("DROP SEQUENCE " + sequence());
      }
      case ValueSource.Identity identity -> leaveIdentity();
      case ValueSource.AutoIncrement() -> leaveIdentity();
      case ValueSource.Generated computed -> column("DROP EXPRESSION");
    }
  }

  /** A default that another one takes the place of has to go only if the type changes too. */
  private void leaveDefault() {
    if (retyped() || !isDefault(to)) {
      column("DROP DEFAULT");
    }
  }

  private void leaveIdentity() {
    if (!(to.value() instanceof ValueSource.Identity)) {
      column("DROP IDENTITY");
    }
  }

  private void enter(ValueSource value) {
    switch (value) {
      case ValueSource.Given() -> {}
      case ValueSource.Default(var expression) -> column("SET DEFAULT " + expression.sql());
      case ValueSource.Serial() -> enterSerial();
      case ValueSource.Identity identity -> enterIdentity(identity);
      case ValueSource.AutoIncrement() ->
          enterIdentity(new ValueSource.Identity(true, ValueSource.SequenceOptions.PLAIN));
      case ValueSource.Generated computed ->
          throw new RefusedException(
              "PostgreSQL cannot make column %s.%s a computed one while it stays; drop it and add it"
                  .formatted(table, to.name()));
    }
  }

  private void enterSerial() {
    run(
        "CREATE SEQUENCE %s AS %s OWNED BY %s.%s"
            .formatted(sequence(), TypeName.sql(to.type()), quoted(table), quoted(to.name())));
    column("SET DEFAULT nextval(" + Text.literal(sequence()) + "::regclass)");
    statements.add(Counting.on(table, to));
  }

  private void enterIdentity(ValueSource.Identity identity) {
    if (from.value() instanceof ValueSource.Identity old) {
      column(identityChange(old, identity) + restart(old, identity));
      return;
    }
    column("ADD " + ColumnSql.identity(identity));
    statements.add(Counting.on(table, to));
  }

  private static String identityChange(ValueSource.Identity old, ValueSource.Identity now) {
    var words = new ArrayList<String>();
    if (old.always() != now.always()) {
      words.add("SET GENERATED " + (now.always() ? "ALWAYS" : "BY DEFAULT"));
    }
    var options = now.options();
    if (!old.options().equals(options)) {
      long step = options.increment().orElse(1L);
      words.add("SET INCREMENT BY " + step);
      words.add(options.minValue().map(n -> "SET MINVALUE " + n).orElse("SET NO MINVALUE"));
      words.add(options.maxValue().map(n -> "SET MAXVALUE " + n).orElse("SET NO MAXVALUE"));
      long first = step > 0 ? options.minValue().orElse(1L) : options.maxValue().orElse(-1L);
      words.add("SET START WITH " + options.start().orElse(first));
      words.add("SET CACHE " + options.cache().orElse(1L));
      words.add(options.cycle() ? "SET CYCLE" : "SET NO CYCLE");
    }
    return String.join(" ", words);
  }

  private String restart(ValueSource.Identity old, ValueSource.Identity now) {
    var was = CounterRange.of(old.options(), from.type());
    return was.apart(CounterRange.of(now.options(), to.type())) ? " RESTART" : "";
  }

  private String sequence() {
    return quoted(Identifier.sequence(table, to.name()));
  }

  private void column(String change) {
    run("ALTER TABLE %s ALTER COLUMN %s %s".formatted(quoted(table), quoted(to.name()), change));
  }

  private void run(String sql) {
    statements.add(Statement.of(sql));
  }
}
