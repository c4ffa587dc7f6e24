package dev.whimbrel.sqlite.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizerTest {
  @Test
  void tellsTheKindsOfTokensApart() {
    assertThat(Tokenizer.allTokens("größe \"a\"\"b\" [c] `d` 'e''f' x'00' 1.5e-3 .5 || -> -- g"))
        .extracting(Token::kind)
        .containsExactly(
            Token.Kind.WORD,
            Token.Kind.QUOTED,
            Token.Kind.QUOTED,
            Token.Kind.QUOTED,
            Token.Kind.STRING,
            Token.Kind.BLOB,
            Token.Kind.NUMBER,
            Token.Kind.NUMBER,
            Token.Kind.SYMBOL,
            Token.Kind.SYMBOL,
            Token.Kind.COMMENT);
  }

  @Test
  void takesTheQuotesOffNames() {
    assertThat(Tokenizer.tokens("\"a\"\"b\" [c d] `e``f` 'g''h' i"))
        .extracting(Token::name)
        .containsExactly("a\"b", "c d", "e`f", "g'h", "i");
  }

  @Test
  void subtractsNumbersThatStandCloseTogether() {
    assertThat(Tokenizer.tokens("a-1+2e+3"))
        .extracting(Token::text)
        .containsExactly("a", "-", "1", "+", "2e+3");
  }

  @Test
  void whatIsNotClosedRunsToTheEnd() {
    assertThat(Tokenizer.tokens("a 'b c")).extracting(Token::text).containsExactly("a", "'b c");
    assertThat(Tokenizer.tokens("[a")).extracting(Token::name).containsExactly("a");
    assertThat(Tokenizer.tokens("'")).extracting(Token::name).containsExactly("");
  }
}
