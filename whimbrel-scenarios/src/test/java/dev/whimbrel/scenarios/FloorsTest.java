package dev.whimbrel.scenarios;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its plan: who may look where, and what nobody may do. */
class FloorsTest {

  private static final Set<String> FLOOR_ONE =
      Set.of("work", "schema", "change", "diff", "plan", "review", "dialect");

  private static final Set<String> DIALECTS = Set.of("postgres", "sqlite");

  /** For each room, the rooms it may look into. A new room gets its line here. */
  private static final Map<String, Set<String>> SEES =
      Map.ofEntries(
          entry("work", Set.of()),
          entry("schema", Set.of()),
          entry("change", Set.of("schema")),
          entry("diff", Set.of("schema", "change")),
          entry("plan", Set.of("work", "schema", "change")),
          entry("review", Set.of("schema", "change", "plan")),
          entry("dialect", Set.of("schema", "change", "plan", "review")),
          entry("migrate", FLOOR_ONE),
          entry("scratch", Set.of()),
          entry("postgres", FLOOR_ONE),
          entry("sqlite", FLOOR_ONE),
          entry("proof", and(FLOOR_ONE, "migrate", "scratch")),
          entry("kit", and(FLOOR_ONE, "migrate", "scratch", "proof")),
          entry("cli", and(FLOOR_ONE, "migrate", "proof", "kit")),
          entry("testkit", and(FLOOR_ONE, "migrate", "scratch")));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.whimbrel");

  static Stream<String> rooms() {
    return SEES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void looksOnlyWhereItMay(String room) {
    noClasses()
        .that(liveIn(Set.of(room)))
        .should()
        .dependOnClassesThat(
            describe(
                "live in a room that " + room + " may not look into",
                seen ->
                    ours(seen) && !liveIn(and(SEES.getOrDefault(room, Set.of()), room)).test(seen)))
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void isThere(String room) {
    assertThat(HOUSE).as("classes in %s", room).anyMatch(liveIn(Set.of(room)));
  }

  @Test
  void everyClassLivesInARoomOfThePlan() {
    classes().should().resideInAnyPackage(packages(SEES.keySet())).check(HOUSE);
  }

  @Test
  void floorOneNeedsJavaBaseAndAnnotationsOnly() {
    noClasses()
        .that(liveIn(FLOOR_ONE))
        .should()
        .dependOnClassesThat(
            describe(
                "are neither ours, nor in java.base, nor annotations for the compiler",
                seen -> !ours(seen) && !inJavaBase(seen) && !forTheCompiler(seen)))
        .check(HOUSE);
  }

  @Test
  void floorOneTouchesNeitherFilesNorNetworkNorDatabase() {
    noClasses()
        .that(liveIn(FLOOR_ONE))
        .should(
            dependOnClassesThat(
                resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
                    .or(resideInAnyPackage("java.sql..", "javax.sql.."))
                    .or(
                        describe(
                            "are files of java.io",
                            seen -> seen.getName().matches("java\\.io\\.(File|RandomAccess).*")))))
        .check(HOUSE);
  }

  @Test
  void dialectsSpeakToDatabasesThroughSessionsOnly() {
    noClasses()
        .that(liveIn(DIALECTS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.postgresql..", "org.sqlite..", "java.nio.file..")
        .check(HOUSE);
  }

  @Test
  void doorsLeaveTheWorkToTheUseCases() {
    noClasses()
        .that()
        .resideInAPackage("dev.whimbrel.cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.whimbrel..")
                .and(
                    describe(
                        "plan or act",
                        seen ->
                            Set.of("Differ", "Planner", "Executor")
                                .contains(seen.getSimpleName()))))
        .check(HOUSE);
  }

  @Test
  void packagesAreFreeOfCircles() {
    slices().matching("dev.whimbrel.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void nothingBelowTheDoorsPrintsOrLogs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.whimbrel.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .orShould(USE_JAVA_UTIL_LOGGING)
        .orShould(dependOnClassesThat(resideInAPackage("org.slf4j..")))
        .check(HOUSE);
  }

  @Test
  void everyClassSaysWhatItIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Impl|Manager)(\\$.*)?")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(HOUSE)
        .extracting(JavaClass::getPackage)
        .filteredOn(room -> !room.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }

  private static boolean ours(JavaClass seen) {
    return resideInAPackage("dev.whimbrel..").test(seen);
  }

  private static DescribedPredicate<JavaClass> liveIn(Set<String> rooms) {
    return resideInAnyPackage(packages(rooms))
        .as("live in " + String.join(", ", rooms.stream().sorted().toList()));
  }

  private static String[] packages(Set<String> rooms) {
    return rooms.stream().map(room -> "dev.whimbrel." + room + "..").toArray(String[]::new);
  }

  private static boolean inJavaBase(JavaClass seen) {
    JavaClass element = seen.getBaseComponentType();
    return element.isPrimitive()
        || Object.class.getModule().getPackages().contains(element.getPackageName());
  }

  private static boolean forTheCompiler(JavaClass seen) {
    return resideInAnyPackage("org.jspecify.annotations", "com.google.errorprone.annotations..")
        .test(seen);
  }

  private static Set<String> and(Set<String> rooms, String... more) {
    return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }
}
