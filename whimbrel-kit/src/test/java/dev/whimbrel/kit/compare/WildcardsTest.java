package dev.whimbrel.kit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
  @ParameterizedTest
  @CsvSource({
    "users, users, true",
    "users, user, false",
    "user, users, false",
    "*, users, true",
    "*, '', true",
    "'', '', true",
    "?, '', false",
    "u*s, users, true",
    "u*s, user, false",
    "*schema_migrations, schema_migrations, true",
    "*schema_migrations, old_schema_migrations, true",
    "*schema_migrations, schema_migrations_old, false",
    "*ab*ab, abab, true",
    "*ab*ab, ab, false",
    "a*b?c*, axxbxxbyc, true",
    "?sers, users, true",
    "?sers, 😀sers, true",
    "??sers, 😀sers, false",
    "*??, 😀, false",
    "a.c, abc, false",
    "\\E*, \\Eusers, true",
    "(a|b), a, false"
  })
  void saysWhatARegularExpressionWouldSay(String pattern, String name, boolean fits) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    assertThat(Wildcards.fit(pattern, name)).isEqualTo(fits);
    if (!pattern.contains("\\")) {
      assertThat(Pattern.matches(regex, name)).isEqualTo(fits);
    }
  }
}
