package dev.whimbrel.postgres;

import static dev.whimbrel.postgres.PairsTest.pair;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What few schemas hold, and PostgreSQL's own regression suite does. */
final class RarePairs {
  private RarePairs() {}

  static Stream<Arguments> pairs() {
    return Stream.of(operators(), words(), orders()).flatMap(each -> each);
  }

  private static Stream<Arguments> operators() {
    return Stream.of(
        pair(
            "an operator class, its family, and a partitioned table by it",
            "CREATE TABLE t (n integer)",
            """
            CREATE FUNCTION four(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE
              AS 'SELECT CASE WHEN $1 = $2 THEN 0 WHEN $1 > $2 THEN 1 ELSE -1 END';
            CREATE OPERATOR CLASS four_ops FOR TYPE integer USING btree AS
              OPERATOR 1 < (integer, integer), OPERATOR 2 <= (integer, integer),
              OPERATOR 3 = (integer, integer), OPERATOR 4 >= (integer, integer),
              OPERATOR 5 > (integer, integer), FUNCTION 1 four(integer, integer);
            CREATE OPERATOR FAMILY empty_ops USING hash;
            CREATE TABLE t (n integer);
            CREATE INDEX i ON t (n four_ops);
            CREATE TABLE p (a integer) PARTITION BY LIST (a four_ops);
            CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
            CREATE CONVERSION mine FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TRANSFORM FOR integer LANGUAGE sql (
              FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal))
            """));
  }

  private static Stream<Arguments> words() {
    return Stream.of(
        pair(
            "what is said of a rule, a sequence, a view's column and an index",
            """
            CREATE TABLE t (n integer, m integer);
            CREATE INDEX i ON t ((n + m));
            CREATE SEQUENCE s;
            CREATE VIEW v AS SELECT n FROM t;
            CREATE RULE r AS ON INSERT TO t WHERE new.n > 7 DO ALSO NOTHING
            """,
            """
            CREATE TABLE t (n integer, m integer);
            CREATE INDEX i ON t ((n + m));
            ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 100;
            CREATE SEQUENCE s;
            ALTER SEQUENCE s SET UNLOGGED;
            CREATE VIEW v AS SELECT n FROM t;
            ALTER VIEW v ALTER COLUMN n SET DEFAULT 5;
            CREATE RULE r AS ON INSERT TO t WHERE new.n > 7 DO ALSO NOTHING;
            ALTER TABLE t DISABLE RULE r
            """),
        pair(
            "publications of some rows and of a schema",
            "CREATE TABLE t (n integer PRIMARY KEY)",
            """
            CREATE SCHEMA app;
            CREATE TABLE t (n integer PRIMARY KEY);
            CREATE PUBLICATION some_rows FOR TABLE t WHERE (n > 5), TABLES IN SCHEMA app;
            CREATE PUBLICATION no_rows;
            CREATE TABLE c (a integer PRIMARY KEY, b text, c text);
            CREATE TABLE heir () INHERITS (c);
            CREATE PUBLICATION some_columns FOR TABLE ONLY c (a, c)
            """),
        pair(
            "a domain that does not hold for what is there",
            "CREATE DOMAIN d AS integer CONSTRAINT one CHECK (VALUE > 0)",
            """
            CREATE DOMAIN d AS integer CONSTRAINT one CHECK (VALUE > 0);
            ALTER DOMAIN d ADD CONSTRAINT two CHECK (VALUE < 9) NOT VALID;
            COMMENT ON CONSTRAINT one ON DOMAIN d IS 'one';
            CREATE TABLE t (b boolean DEFAULT (1 = ANY (ARRAY[1, 2])))
            """));
  }

  private static Stream<Arguments> orders() {
    return Stream.of(
        pair(
            "collations before what is sorted by them",
            "CREATE TABLE other (n integer)",
            """
            CREATE SCHEMA app;
            CREATE COLLATION app.mine (provider = libc, locale = 'C');
            CREATE DOMAIN app.name AS text COLLATE app.mine;
            CREATE TYPE app.pair AS (a text COLLATE app.mine);
            CREATE TABLE other (n integer);
            CREATE TABLE app.a (t text COLLATE app.mine);
            CREATE INDEX i ON app.a (lower(t) COLLATE app.mine)
            """),
        pair(
            "functions before the index that computes by them",
            "CREATE TABLE other (n integer)",
            """
            CREATE FUNCTION zz(integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE
              AS 'BEGIN RETURN $1; END';
            CREATE TABLE other (n integer);
            CREATE INDEX i ON other (zz(n)) WHERE zz(n) > 5;
            CREATE TABLE a (r int4range, EXCLUDE USING gist (r WITH &&) WHERE (zz(1) = 1))
            """),
        pair(
            "a foreign key to a partition",
            "CREATE TABLE other (n integer)",
            """
            CREATE TABLE other (n integer);
            CREATE TABLE p (a integer PRIMARY KEY) PARTITION BY LIST (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            CREATE TABLE f (a integer REFERENCES p1)
            """));
  }
}
