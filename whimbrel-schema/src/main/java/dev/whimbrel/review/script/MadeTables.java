package dev.whimbrel.review.script;

import dev.whimbrel.review.sql.Action;
import dev.whimbrel.review.sql.Deed;
import dev.whimbrel.schema.ObjectName;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Tells which tables, views and sequences statements make that were not there before. */
final class MadeTables {
  private final Set<ObjectName> made = new HashSet<>();

  private MadeTables() {}

  static Set<ObjectName> of(Stream<ScriptStatement> statements) {
    var tables = new MadeTables();
    statements.map(ScriptStatement::deed).forEach(tables::after);
    return tables.made;
  }

  private void after(Deed deed) {
    switch (deed) {
      case Deed.CreateTable table when !table.words().contains("if not exists") ->
          made.add(table.table());
      case Deed.CreateView view when !view.words().contains("or replace") -> made.add(view.view());
      case Deed.CreateEnum type -> made.add(type.type());
      case Deed.CreateDomain domain -> made.add(domain.domain());
      case Deed.Other other
          when other.words().matches("create (temporary |temp )?(sequence|type) .*") ->
          other.object().ifPresent(made::add);
      case Deed.Query query -> query.into().ifPresent(made::add);
      case Deed.Alter alter when made.contains(alter.table()) ->
          alter.actions().forEach(each -> after(each.action(), alter.table()));
      default -> {}
    }
  }

  private void after(Action action, ObjectName table) {
    if (action instanceof Action.RenameTable(String to)) {
      made.remove(table);
      made.add(new ObjectName(table.namespace(), to));
    }
  }
}
