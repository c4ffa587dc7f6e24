package dev.whimbrel.testkit.schemas;

import dev.whimbrel.schema.DataType;
import dev.whimbrel.schema.ValueSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What random schemas for one database are made of.
 *
 * @param samples the types of columns
 * @param counted the ways in which a key may be counted
 * @param generated whether computed columns are stored, for each way there is
 * @param collations other collations for text
 * @param forms words behind a table, beside none at all
 * @param features what else the database has
 * @param extras what no other database has
 * @param overriding the words of an {@code INSERT} that gives a value to any column
 */
public record Palette(
    List<Sample> samples,
    List<ValueSource> counted,
    List<Boolean> generated,
    List<String> collations,
    List<TableForm> forms,
    Set<Feature> features,
    List<Extra> extras,
    String overriding) {
  /** A palette without extras. */
  public Palette(
      List<Sample> samples,
      List<ValueSource> counted,
      List<Boolean> generated,
      List<String> collations,
      List<TableForm> forms,
      Set<Feature> features,
      String overriding) {
    this(samples, counted, generated, collations, forms, features, List.of(), overriding);
  }

  public Palette {
    extras = List.copyOf(extras);
    samples = List.copyOf(samples);
    counted = List.copyOf(counted);
    generated = List.copyOf(generated);
    collations = List.copyOf(collations);
    forms = List.copyOf(forms);
    features = features.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(features));
  }

  /** Things that not every database has. */
  public enum Feature {
    ENUMS,
    MATERIALIZED_VIEWS,
    DEFERRABLE_KEYS,
    NULLS_NOT_DISTINCT,
    COVERING_INDEXES,
    NULLS_ORDER
  }

  /**
   * A type and values of it, of which the first two may be defaults.
   *
   * @param sorted whether it can be part of a key or an index
   */
  public record Sample(DataType type, boolean sorted, List<String> values) {
    public Sample {
      values = List.copyOf(values);
    }

    /** A type that can be part of a key. */
    public static Sample sorted(DataType type, String... values) {
      return new Sample(type, true, List.of(values));
    }

    /** A type that cannot. */
    public static Sample unsorted(DataType type, String... values) {
      return new Sample(type, false, List.of(values));
    }

    /** The same with further values for rows. */
    public Sample and(String... more) {
      return new Sample(type, sorted, Stream.concat(values.stream(), Stream.of(more)).toList());
    }
  }

  /**
   * Words behind a table.
   *
   * @param needsKey whether it must have a primary key
   * @param types the types to which its columns are limited; none means any
   */
  public record TableForm(List<String> options, boolean needsKey, Set<DataType> types) {
    public TableForm {
      options = List.copyOf(options);
      types = Set.copyOf(types);
    }
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  <T extends Extra> List<T> extras(Class<T> kind) {
    return extras.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The same with more types, and with what no other database has. */
  public Palette with(List<Sample> moreSamples, List<Extra> moreExtras) {
    return new Palette(
        Stream.concat(samples.stream(), moreSamples.stream()).toList(),
        counted,
        generated,
        collations,
        forms,
        features,
        moreExtras,
        overriding);
  }

  Optional<Sample> sample(DataType type) {
    return samples.stream().filter(sample -> sample.type().equals(type)).findFirst();
  }

  boolean sorted(DataType type) {
    return type instanceof DataType.Enumerated || sample(type).map(Sample::sorted).orElse(false);
  }
}
