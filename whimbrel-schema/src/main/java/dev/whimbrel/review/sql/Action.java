package dev.whimbrel.review.sql;

import java.util.Optional;
import java.util.stream.Stream;

/** One of the things that an {@code ALTER TABLE} does. */
public sealed interface Action {
  /** The constraints that it declares, by themselves or with a column. */
  default Stream<NewConstraint> declared() {
    return switch (this) {
      case AddConstraint(NewConstraint constraint) -> Stream.of(constraint);
      case AddColumn(NewColumn column, boolean ifNotExists) -> column.constraints().stream();
      default -> Stream.empty();
    };
  }

  record AddColumn(NewColumn column, boolean ifNotExists) implements Action {}

  record DropColumn(String column, boolean ifExists, boolean cascade) implements Action {}

  /** The type in small letters, and the expression that converts. */
  record AlterType(String column, String type, Optional<String> using) implements Action {}

  record SetNotNull(String column) implements Action {}

  record DropNotNull(String column) implements Action {}

  record SetDefault(String column, String value) implements Action {}

  record DropDefault(String column) implements Action {}

  record AddIdentity(String column, boolean always) implements Action {}

  record SetExpression(String column) implements Action {}

  record AddConstraint(NewConstraint constraint) implements Action {}

  record ValidateConstraint(String name) implements Action {}

  record DropConstraint(String name, boolean ifExists, boolean cascade) implements Action {}

  record RenameColumn(String from, String to) implements Action {}

  record RenameTable(String to) implements Action {}

  record RenameConstraint(String from, String to) implements Action {}

  record SetNamespace(String namespace) implements Action {}

  record AttachPartition(String partition) implements Action {}

  record DetachPartition(String partition, boolean concurrently) implements Action {}

  /** Anything that moves or copies the table: {@code LOGGED}, a tablespace, an access method. */
  record Store(String words) implements Action {}

  /** Triggers switched off. */
  record DisableTrigger(String trigger) implements Action {}

  record Other(String words) implements Action {}
}
