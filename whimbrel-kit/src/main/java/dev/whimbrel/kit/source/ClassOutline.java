package dev.whimbrel.kit.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * As much of a class file as tells what it leans on.
 *
 * @param words every identifier in its constants: names of types, members, attributes
 * @param supertypes what it extends and implements
 */
record ClassOutline(Set<String> words, List<String> supertypes) {
  private static final int MAGIC_AND_VERSION = 8;

  ClassOutline {
    words = Set.copyOf(words);
    supertypes = List.copyOf(supertypes);
  }

  static ClassOutline of(byte[] code) {
    try (var in = new DataInputStream(new ByteArrayInputStream(code))) {
      in.skipNBytes(MAGIC_AND_VERSION);
      String[] texts = new String[in.readUnsignedShort()];
      int[] names = new int[texts.length];
      for (int i = 1; i < texts.length; i++) {
        i += readConstant(in, i, texts, names);
      }
      in.skipNBytes(4); // flags and its own name
      var supertypes = new ArrayList<String>();
      supertypes.add(texts[names[in.readUnsignedShort()]]);
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        supertypes.add(texts[names[in.readUnsignedShort()]]);
      }
      return new ClassOutline(
          words(texts), supertypes.stream().map(s -> s.replace('/', '.')).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "the compiler wrote a class file that ends too soon", impossible);
    }
  }

  /** The last name of a class: {@code Color} of {@code shop.Products$Color}. */
  static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** Whether other classes may hold a copy of its constants, which leaves no trace in them. */
  boolean hasConstants() {
    return words.contains("ConstantValue");
  }

  /** Gives how many places the constant takes beyond its own. */
  private static int readConstant(DataInputStream in, int place, String[] texts, int[] names)
      throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 1 -> texts[place] = in.readUTF();
      case 7 -> names[place] = in.readUnsignedShort();
      case 8, 16, 19, 20 -> in.skipNBytes(2);
      case 15 -> in.skipNBytes(3);
      case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
      case 5, 6 -> in.skipNBytes(8);
      default -> throw new IOException("constant of kind " + tag);
    }
    return tag == 5 || tag == 6 ? 1 : 0;
  }

  private static Set<String> words(String[] texts) {
    var words = new HashSet<String>();
    for (String text : texts) {
      if (text != null) {
        addWords(text, words);
      }
    }
    return words;
  }

  private static void addWords(String text, Set<String> words) {
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isPart(text.charAt(i))) {
        if (i > begin) {
          words.add(text.substring(begin, i));
        }
        begin = i + 1;
      }
    }
  }

  private static boolean isPart(char letter) {
    return letter != '$' && Character.isJavaIdentifierPart(letter);
  }
}
