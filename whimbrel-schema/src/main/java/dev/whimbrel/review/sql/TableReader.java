package dev.whimbrel.review.sql;

import dev.whimbrel.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code CREATE TABLE} from behind that word. */
final class TableReader {
  private final Words words;
  private final Set<String> said;

  TableReader(Words words, Set<String> said) {
    this.words = words;
    this.said = new HashSet<>(said);
  }

  Deed.CreateTable read() {
    if (words.accept("if", "not", "exists")) {
      said.add("if not exists");
    }
    ObjectName table = words.qualified();
    Optional<ObjectName> parent = parent();
    var columns = new ArrayList<NewColumn>();
    var constraints = new ArrayList<NewConstraint>();
    for (Words part : words.parenthesised()) {
      part(part, columns, constraints);
    }
    behind();
    if (said.contains("as") && columns.isEmpty()) {
      QueryReader.columnsBehindAs(words).stream()
          .filter(name -> !name.isEmpty())
          .forEach(name -> columns.add(NewColumn.of(name, "", words.span())));
    }
    return new Deed.CreateTable(table, columns, constraints, parent, said);
  }

  private Optional<ObjectName> parent() {
    if (words.accept("partition", "of")) {
      said.add("partition of");
      return Optional.of(words.qualified());
    }
    return Optional.empty();
  }

  private static void part(Words part, List<NewColumn> columns, List<NewConstraint> constraints) {
    if (ConstraintReader.begins(part)) {
      constraints.add(new ConstraintReader(part, List.of()).read());
    } else if (!part.at("like")) {
      columns.add(new ColumnReader(part).read());
    }
  }

  private void behind() {
    for (String word : List.of("as", "inherits")) {
      if (words.ahead(word)) {
        said.add(word);
      }
    }
    if (words.ahead("on", "commit", "drop")) {
      said.add("on commit drop");
    }
    if (words.ahead("partition", "by")) {
      said.add("partition by");
    }
  }
}
