package dev.whimbrel.postgres.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the type that an enum becomes, if it is not the name of the enum in snake case. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EnumType {
  String value();

  /** The namespace that holds the type; empty is the default one. */
  String namespace() default "";
}
