package dev.whimbrel.kit.source;

import dev.whimbrel.schema.EnumType;
import dev.whimbrel.schema.Schema;
import dev.whimbrel.schema.SchemaObject;
import dev.whimbrel.schema.Table;
import dev.whimbrel.schema.dsl.EnumSource;
import dev.whimbrel.schema.dsl.Naming;
import dev.whimbrel.schema.dsl.Vocabulary;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a schema as Java sources from which the same schema is read again. */
public final class JavaWriter {
  private final Vocabulary vocabulary;
  private final String packageName;

  /**
   * @param dialect the name of the dialect in whose words the schema is written
   * @param packageName the package of all classes; empty is none
   */
  public JavaWriter(String dialect, String packageName) {
    this(vocabulary(dialect), packageName);
  }

  JavaWriter(Vocabulary vocabulary, String packageName) {
    this.vocabulary = vocabulary;
    this.packageName = packageName;
  }

  private static Vocabulary vocabulary(String dialect) {
    return ServiceLoader.load(Vocabulary.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(vocabulary -> vocabulary.dialect().equals(dialect))
        .findFirst()
        .orElseThrow(() ->
            new SchemaSourceException(
                "There are no Java words for the dialect %s; put its jar on the class path."
                    .formatted(dialect)));
  }

  /** The text of each file by its path, folders of the package included. */
  public SortedMap<String, String> write(Schema schema) {
    JavaNames names = JavaNames.of(schema, vocabulary);
    var spellings = new Spellings(schema, vocabulary, names);
    var files = new TreeMap<String, String>();
    schema
        .tables()
        .forEach(table -> put(files, names.table(table.name()), table(table, spellings)));
    names.enums().values().forEach(source -> put(files, source.className(), enumeration(source)));
    String export = new ExportWriter(schema, spellings).text();
    if (!export.isEmpty()) {
      put(files, names.export(), head(vocabulary.schemaClass()) + export);
    }
    return files;
  }

  /** What parts of a table are called when nobody says so. */
  public Naming naming() {
    return vocabulary.naming();
  }

  /** Whether the object is carried as SQL, since Java has no words for what it is. */
  public static boolean carriedAsSql(SchemaObject object) {
    return !(object instanceof Table) && !(object instanceof EnumType);
  }

  private String table(Table table, Spellings spellings) {
    var writer = new TableWriter(table, spellings);
    var head = new StringBuilder(head(vocabulary.tableClass()));
    writer.imports().forEach(name -> head.append("import ").append(name).append(";\n"));
    return head + writer.text();
  }

  private String enumeration(EnumSource source) {
    return head(vocabulary.tableClass()) + "\n" + vocabulary.declare(source);
  }

  private String head(Class<?> words) {
    String first = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
    return first + "import " + words.getPackageName() + ".*;\n";
  }

  private void put(Map<String, String> files, String type, String text) {
    String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    files.put(folder + type + ".java", text);
  }
}
