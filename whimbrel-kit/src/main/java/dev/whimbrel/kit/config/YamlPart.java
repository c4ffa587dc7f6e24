package dev.whimbrel.kit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A group of keys in a file of YAML; each problem in it is told with its line.
 *
 * @param path where the group stands: {@code environments.production}, or empty at the top
 */
record YamlPart(String file, String path, Map<String, NodeTuple> tuples, Variables variables) {
  static YamlPart of(String file, String path, Node node, Variables variables) {
    if (!(node instanceof MappingNode mapping)) {
      throw problem(file, node, (path.isEmpty() ? "the file" : path) + " holds keys and values");
    }
    var tuples = new LinkedHashMap<String, NodeTuple>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(file, tuple.getKeyNode());
      if (tuples.put(key, tuple) != null) {
        throw problem(file, tuple.getKeyNode(), "the key \"" + key + "\" is there twice");
      }
    }
    return new YamlPart(file, path, tuples, variables);
  }

  /** Refuses keys other than these. */
  YamlPart only(String... known) {
    var words = List.of(known);
    tuples.forEach((key, tuple) -> {
      if (!words.contains(key)) {
        throw unknown(key, tuple.getKeyNode(), words);
      }
    });
    return this;
  }

  Set<String> keys() {
    return tuples.keySet();
  }

  /** The text of a key, with variables filled in; nothing if it is not there or empty. */
  Optional<String> text(String key) {
    return node(key).map(node -> filled(key, node)).filter(text -> !text.isEmpty());
  }

  boolean flag(String key) {
    return text(key).map(text -> truth(key, text)).orElse(false);
  }

  /** One text, or a list of them. */
  List<String> texts(String key) {
    return node(key).map(node -> listed(key, node)).orElse(List.of());
  }

  boolean isPart(String key) {
    return node(key).filter(MappingNode.class::isInstance).isPresent();
  }

  Optional<YamlPart> part(String key) {
    return node(key).map(node -> of(file, below(key), node, variables));
  }

  /** Says what is wrong with the value of a key. */
  ConfigurationException wrong(String key, String why) {
    String place = node(key).map(node -> place(file, node)).orElse(file);
    return new ConfigurationException(place + ": " + below(key) + " " + why);
  }

  private List<String> listed(String key, Node node) {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(item -> filled(key, item)).toList()
        : List.of(filled(key, node));
  }

  private boolean truth(String key, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, "is true or false, not \"" + text + "\"");
    };
  }

  private String filled(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw problem(file, node, below(key) + " is one value");
    }
    return variables.fill(scalar.getValue(), place(file, node) + ", " + below(key));
  }

  private Optional<Node> node(String key) {
    return Optional.ofNullable(tuples.get(key))
        .map(NodeTuple::getValueNode)
        .filter(node -> !node.getTag().equals(Tag.NULL));
  }

  private String below(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private ConfigurationException unknown(String key, Node node, List<String> words) {
    String meant =
        new NearestWord(words)
            .to(key)
            .map(word -> "did you mean \"" + word + "\"?")
            .orElse("there are " + String.join(", ", words));
    return problem(file, node, "there is no key \"" + below(key) + "\" - " + meant);
  }

  private static String scalar(String file, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(file, node, "a key is one word");
  }

  private static ConfigurationException problem(String file, Node node, String why) {
    return new ConfigurationException(place(file, node) + ": " + why);
  }

  private static String place(String file, Node node) {
    return file + node.getStartMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
  }
}
