package dev.whimbrel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {
  @Test
  void followsARenamedColumn() {
    assertThat(renamed("price > 0 AND \"price\" < 10")).isEqualTo("cost > 0 AND \"cost\" < 10");
  }

  @Test
  void leavesStringsCommentsAndCallsAlone() {
    assertThat(renamed("price('price') /* price */ -- price"))
        .isEqualTo("price('price') /* price */ -- price");
  }

  @Test
  void leavesLongerNamesAlone() {
    assertThat(renamed("price_net + unit_price")).isEqualTo("price_net + unit_price");
  }

  @Test
  void quotesANameThatNeedsIt() {
    assertThat(new Expression("price > 0").renamed("price", "Unit Price").sql())
        .isEqualTo("\"Unit Price\" > 0");
  }

  private static String renamed(String sql) {
    return new Expression(sql).renamed("price", "cost").sql();
  }
}
