package dev.whimbrel.review.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a statement; one that it cannot make out is {@link Deed.Other}. */
public final class StatementReader {
  private final Words words;

  private StatementReader(String sql) {
    this.words = new Words(sql);
  }

  /** What the statement does. */
  public static Deed read(String sql) {
    return new StatementReader(sql).deed();
  }

  /** Its words in small letters, with one blank between them and without comments. */
  public static String words(String sql) {
    return new Words(sql).rest();
  }

  /** The names in the statement that are too long for a database that keeps so many bytes. */
  public static List<String> namesLongerThan(int bytes, String sql) {
    return new Lexer(sql)
        .tokens().stream()
            .filter(Token::isName)
            .map(Token::name)
            .filter(name -> name.getBytes(UTF_8).length > bytes)
            .toList();
  }

  private Deed deed() {
    return switch (words.peek().name()) {
      case "create" -> create();
      case "alter" -> new AlterReader(words).read();
      case "drop" -> drop();
      case "truncate" -> truncate();
      case "reindex" -> reindex();
      case "cluster", "vacuum", "repack" -> repack();
      case "refresh" -> refresh();
      case "insert", "update", "delete", "merge", "with" -> new WriteReader(words).read();
      case "select" -> new QueryReader(words).read();
      case "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release" ->
          control();
      case "prepare" -> words.at("prepare", "transaction") ? new Deed.Control("commit") : other();
      case "set" -> setting();
      case "lock" -> lock();
      default -> other();
    };
  }

  private Deed other() {
    words.back(0);
    return new OtherReader(words).read();
  }

  private Deed create() {
    words.take();
    words.accept("or", "replace");
    var said = new HashSet<String>();
    for (String word = said(); !word.isEmpty(); word = said()) {
      said.add(word);
    }
    if (words.accept("table")) {
      return new TableReader(words, said).read();
    }
    if (words.accept("index")) {
      return new IndexReader(words, said).read();
    }
    return createOther();
  }

  private String said() {
    String word =
        words.acceptAny(
            "temp", "temporary", "unlogged", "unique", "foreign", "global", "local", "constraint");
    return word.equals("temp") ? "temporary" : word;
  }

  private Deed createOther() {
    if (words.accept("type")) {
      ObjectName type = words.qualified();
      return words.accept("as", "enum") ? new Deed.CreateEnum(type) : other();
    }
    if (words.accept("domain")) {
      ObjectName domain = words.qualified();
      boolean constrained =
          words.ahead("check") || words.ahead("not", "null") || words.ahead("constraint");
      return new Deed.CreateDomain(domain, constrained);
    }
    if (words.accept("trigger")) {
      String trigger = words.name();
      while (!words.done() && !words.accept("on")) {
        words.skipOne();
      }
      return new Deed.CreateTrigger(trigger, words.qualified());
    }
    return viewOrOther();
  }

  private Deed viewOrOther() {
    words.accept("recursive");
    if (words.accept("view") || words.accept("materialized", "view")) {
      words.accept("if", "not", "exists");
      ObjectName view = words.qualified();
      List<String> columns = words.parenthesised().stream().map(Words::name).toList();
      return new Deed.CreateView(
          view, columns.isEmpty() ? QueryReader.columnsBehindAs(words) : columns, first());
    }
    return other();
  }

  /** The first words of the statement. */
  private String first() {
    words.back(0);
    return words.rest().replaceFirst(" view .*", " view");
  }

  private Deed drop() {
    words.take();
    if (words.at("owned")) {
      return other();
    }
    String kind = kindToDrop();
    var said = new HashSet<String>();
    if (words.accept("concurrently")) {
      said.add("concurrently");
    }
    if (words.accept("if", "exists")) {
      said.add("if exists");
    }
    List<ObjectName> names = words.names();
    if (words.ahead("cascade")) {
      said.add("cascade");
    }
    return new Deed.Drop(kind, names, said);
  }

  private String kindToDrop() {
    for (String two : List.of("materialized view", "foreign table", "event trigger")) {
      if (words.accept(two.split(" "))) {
        return two;
      }
    }
    return words.take().name();
  }

  private Deed truncate() {
    words.take();
    words.accept("table");
    List<ObjectName> tables = words.names();
    return new Deed.Truncate(tables, words.ahead("cascade"));
  }

  private Deed reindex() {
    words.take();
    boolean option = options().contains("concurrently");
    String kind = words.take().name();
    boolean concurrently = words.accept("concurrently") || option;
    return new Deed.Reindex(kind, words.qualified().toString(), concurrently);
  }

  /** The options in parentheses that are on. */
  private Set<String> options() {
    var on = new HashSet<String>();
    for (Words option : words.parenthesised()) {
      String name = option.name();
      String value = option.rest();
      if (!List.of("false", "off", "0", "'false'", "'off'", "'0'").contains(value)) {
        on.add(name);
      }
    }
    return on;
  }

  private Deed repack() {
    String command = words.take().name();
    Set<String> options = options();
    boolean full = options.contains("full");
    while (!words.acceptAny("full", "freeze", "verbose", "analyze").isEmpty()) {
      full |= words.all().get(words.mark() - 1).is("full");
    }
    boolean concurrently = words.accept("concurrently") || options.contains("concurrently");
    String tables = words.rest();
    return command.equals("vacuum") && !full
        ? new Deed.Vacuum(tables)
        : new Deed.Repack(full ? "vacuum full" : command, tables, concurrently);
  }

  private Deed refresh() {
    words.take();
    words.accept("materialized", "view");
    boolean concurrently = words.accept("concurrently");
    ObjectName view = words.qualified();
    return new Deed.Refresh(view, concurrently, !words.ahead("with", "no", "data"));
  }

  private Deed control() {
    String first = words.take().name();
    if (words.at("prepared")) {
      return other();
    }
    boolean chain = words.ahead("chain") && !words.ahead("no");
    return new Deed.Control(
        switch (first) {
          case "start" -> "begin";
          case "end", "commit" -> chain ? "chain" : "commit";
          case "abort", "rollback" ->
              chain ? "chain" : words.ahead("to") ? "rollback to" : "rollback";
          default -> first;
        });
  }

  private Deed setting() {
    words.take();
    boolean local = words.accept("local");
    words.accept("session");
    String name = words.qualified().toString();
    boolean equal = words.accept("=") || words.accept("to");
    return equal ? new Deed.Setting(name, words.rest().replace("'", ""), local) : other();
  }

  private Deed lock() {
    words.take();
    words.accept("table");
    var tables = new ArrayList<>(words.names());
    String mode = words.accept("in") ? words.rest().replaceFirst(" mode.*", "") : "";
    return new Deed.LockTable(tables, mode.isEmpty() ? "access exclusive" : mode);
  }
}
