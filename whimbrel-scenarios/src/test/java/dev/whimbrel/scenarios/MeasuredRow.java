package dev.whimbrel.scenarios;

import dev.whimbrel.review.script.LockMode;
import dev.whimbrel.review.script.Observation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One measured row: what a statement locks, rewrites and scans, as somebody wrote it down. */
record MeasuredRow(Map<String, Object> row) {
  private static final List<String> INDEXES =
      List.of("t_pkey", "t_ii", "t_txi", "t_vci", "t_expr", "t_part");
  private static final List<String> PARTITIONS = List.of("pt", "pt_1", "pt_2", "pt_d");

  String text(String key) {
    return String.valueOf(row.getOrDefault(key, ""));
  }

  /** Whether a server of this version behaves so. */
  boolean isFor(int version) {
    String[] versions = text("versions").replaceAll("[^0-9-].*", "").split("-");
    return version >= Integer.parseInt(versions[0])
        && version <= Integer.parseInt(versions[versions.length - 1]);
  }

  /** What has to run before, or nothing where it was not written down in full. */
  Optional<List<String>> given() {
    return text("given").endsWith("...")
        ? Optional.empty()
        : Optional.of(
            Stream.of(text("given").split(";(?=\\s|$)"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(MeasuredRow::whole)
                .toList());
  }

  private static String whole(String given) {
    String lasting = given.replace("set local ", "set ");
    return lasting.matches("(add|alter) (?!table|domain|publication|type|index|schema).*")
        ? "alter table t " + lasting
        : lasting;
  }

  /** Where what was seen is not what was written down. */
  List<String> differences(Observation seen) {
    if (text("locks").startsWith("error ")) {
      String state = text("locks").substring("error ".length());
      String got = seen.refusal().map(Observation.Refused::sqlState).orElse("none");
      return got.equals(state) ? List.of() : List.of("error " + got + ", not " + state);
    }
    if (seen.refusal().isPresent()) {
      return List.of("refused: " + seen.refusal().get());
    }
    return Stream.of(
            difference("locks", expectedLocks(), locks(seen)),
            difference("rewrites", rewrites(seen), new TreeSet<>(seen.rewritten())),
            difference("scans", scans(), new TreeSet<>(seen.scanned())),
            difference(
                "transaction",
                Set.of(row.getOrDefault("in_transaction", true)),
                Set.of(seen.transactional())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> difference(String what, Object expected, Object seen) {
    return Objects.equals(expected, seen)
        ? Optional.empty()
        : Optional.of(what + ": " + seen + ", not " + expected);
  }

  /** The strongest lock on each relation; locks that any query takes only where they are named. */
  private Map<String, LockMode> expectedLocks() {
    var locks = new TreeMap<String, LockMode>();
    for (String part :
        text("locks")
            .replaceAll("no relation lock|SUE, then (?=AX)", "")
            .replace(" at the swap", "")
            .split("[,;]")) {
      String[] words = part.strip().replaceFirst("^index ", "").split(" (?=[A-Z]+(\\+|$|,))");
      if (words.length == 2) {
        LockMode mode = mode(words[1].substring(words[1].lastIndexOf('+') + 1));
        names(words[0]).forEach(name -> locks.put(name, mode));
      }
    }
    return locks;
  }

  private Stream<String> names(String words) {
    return switch (words) {
      case "all its indexes" -> indexesOfTable().stream();
      case "pt and every partition" -> PARTITIONS.stream();
      default -> Stream.of(words);
    };
  }

  private List<String> indexesOfTable() {
    return text("sql").contains("table t ") || text("sql").contains(" t") ? INDEXES : List.of();
  }

  private static LockMode mode(String shortName) {
    return Arrays.stream(LockMode.values())
        .filter(mode -> mode.shortName().equals(shortName))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, LockMode> locks(Observation seen) {
    Set<String> named = expectedLocks().keySet();
    return seen.locks().stream()
        .filter(lock ->
            named.contains(lock.relation())
                || (lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0
                    && !lock.kind().equals("type")))
        .collect(
            Collectors.toMap(
                Observation.Lock::relation,
                Observation.Lock::mode,
                (one, other) -> Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow(),
                TreeMap::new));
  }

  /** Where it is only said that indexes are, any will do, but no table. */
  private Collection<String> rewrites(Observation seen) {
    return switch (text("rewrites")) {
      case "no", "-" -> new TreeSet<>();
      case "index rebuilt", "new index files" -> anyIndex(seen);
      case "table and all its indexes" ->
          Stream.concat(Stream.of("t"), INDEXES.stream())
              .collect(Collectors.toCollection(TreeSet::new));
      default ->
          Arrays.stream(text("rewrites").replace(" and its indexes", "").split(", "))
              .collect(Collectors.toCollection(TreeSet::new));
    };
  }

  private static Collection<String> anyIndex(Observation seen) {
    boolean only = !seen.rewritten().isEmpty() && !seen.rewritten().contains("t");
    return only ? new TreeSet<>(seen.rewritten()) : new TreeSet<>(Set.of("an index"));
  }

  private Collection<String> scans() {
    String scans = text("scans").replaceAll(" \\(.*| twice.*", "");
    return scans.equals("no") || scans.equals("-")
        ? new TreeSet<>()
        : Arrays.stream(scans.split(", ")).collect(Collectors.toCollection(TreeSet::new));
  }
}
