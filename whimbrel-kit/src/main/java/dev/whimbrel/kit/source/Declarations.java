package dev.whimbrel.kit.source;

import dev.whimbrel.schema.Desired;
import dev.whimbrel.schema.dsl.DefinitionException;
import dev.whimbrel.schema.dsl.Definitions;
import dev.whimbrel.schema.dsl.SchemaDefinition;
import dev.whimbrel.schema.dsl.TableDefinition;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes what loaded classes declare, and puts it together.
 *
 * @param dialect whose words they have to be written in, if that is said
 */
record Declarations(LoadedClasses loaded, Optional<String> dialect) {
  Desired desired() {
    List<TableDefinition> tables = made(TableDefinition.class);
    List<SchemaDefinition> exports = made(SchemaDefinition.class);
    if (tables.isEmpty() && exports.isEmpty()) {
      throw new SchemaSourceException(
          "No class of the schema declares a table; write one that extends PostgresTable or SqliteTable.");
    }
    dialect.ifPresent(name -> new SpokenDialect(name, loaded::place).check(tables, exports));
    try {
      return new Definitions(tables, exports, loaded::place).desired();
    } catch (DefinitionException problem) {
      throw new SchemaSourceException(String.valueOf(problem.getMessage()), problem);
    } catch (RuntimeException | LinkageError thrown) {
      throw failed("A reference of the schema could not be followed", thrown);
    }
  }

  private <T> List<T> made(Class<T> kind) {
    return loaded.classes().stream()
        .filter(type -> kind.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
        .map(type -> kind.cast(instance(type)))
        .toList();
  }

  private Object instance(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException missing) {
      throw new SchemaSourceException(
          "%s needs a constructor without parameters; a class within another must be static."
              .formatted(loaded.place(type)),
          missing);
    } catch (InvocationTargetException thrown) {
      throw failed(loaded.place(type) + " could not be made", cause(thrown));
    } catch (ReflectiveOperationException | LinkageError failure) {
      throw failed(loaded.place(type) + " could not be made", failure);
    }
  }

  private SchemaSourceException failed(String what, Throwable thrown) {
    Throwable cause = thrown instanceof ExceptionInInitializerError ? cause(thrown) : thrown;
    String where = line(cause).map(line -> "\n  at " + line).orElse("");
    return new SchemaSourceException(
        "%s: its own code threw %s.%s".formatted(what, cause, where), cause);
  }

  private static Throwable cause(Throwable wrapped) {
    return Optional.ofNullable(wrapped.getCause()).orElse(wrapped);
  }

  /** The first line of the schema's own code that an exception came through. */
  private Optional<StackTraceElement> line(Throwable thrown) {
    List<String> own = loaded.classes().stream().map(Class::getName).toList();
    return Arrays.stream(thrown.getStackTrace())
        .filter(line -> own.contains(line.getClassName()))
        .findFirst();
  }
}
