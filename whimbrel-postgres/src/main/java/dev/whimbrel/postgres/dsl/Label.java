package dev.whimbrel.postgres.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The label that a constant of an enum has in the database. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Label {
  /** The label; empty is the name of the constant. */
  String value() default "";

  /** The label that it had before; rows that have that one get the new. */
  String renamedFrom() default "";
}
