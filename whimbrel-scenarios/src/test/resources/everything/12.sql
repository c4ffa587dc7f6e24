-- A shop with something of every kind that PostgreSQL has had since version 12.

CREATE SCHEMA shop;
CREATE SCHEMA "Odd names";
COMMENT ON SCHEMA shop IS 'what is sold, and to whom';

CREATE EXTENSION citext WITH SCHEMA shop;

-- types
CREATE TYPE shop.mood AS ENUM ('sad', 'so so', 'it''s fine', 'größer');
CREATE DOMAIN shop.mail AS text COLLATE "C" DEFAULT 'nobody' NOT NULL CONSTRAINT "looks like mail" CHECK (VALUE ~ '@') CHECK (VALUE <> '');
CREATE DOMAIN shop.short_mail AS shop.mail CHECK (length(VALUE) < 40);
CREATE TYPE shop.place AS (street text, number integer, "Zip code" varchar(9));
CREATE TYPE shop.span AS RANGE (subtype = numeric);
CREATE COLLATION shop.loose (provider = icu, locale = 'en', deterministic = false);
COMMENT ON TYPE shop.mood IS 'how they are';
COMMENT ON DOMAIN shop.mail IS 'somewhere to write to';
COMMENT ON COLUMN shop.place.street IS 'and the house';

-- sequences
CREATE SEQUENCE shop.numbers AS integer INCREMENT BY 5 MINVALUE 10 MAXVALUE 900 START WITH 20 CACHE 3 CYCLE;
CREATE SEQUENCE shop.down INCREMENT BY -1;
COMMENT ON SEQUENCE shop.numbers IS 'of orders';

-- functions that tables need
CREATE FUNCTION shop.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 AS $$ SELECT n * 2 $$;
CREATE FUNCTION shop.add(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW.changed := now();
  RETURN NEW;
END
$body$;
CREATE FUNCTION shop.watch() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = shop, public AS $$ BEGIN END $$;
CREATE FUNCTION shop.search(text text, VARIADIC more text[] DEFAULT '{}') RETURNS TABLE(id bigint, "Rank" real) LANGUAGE plpgsql STABLE LEAKPROOF ROWS 50 AS $$ BEGIN RETURN; END $$;
CREATE PROCEDURE shop.tidy(INOUT done integer) LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
CREATE AGGREGATE shop.total(integer) (SFUNC = shop.add, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);
CREATE OPERATOR shop.### (FUNCTION = shop.add, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(shop.###));
CREATE FUNCTION shop.day_of(shop.place) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT NULL::date $$;
CREATE CAST (shop.place AS date) WITH FUNCTION shop.day_of(shop.place) AS ASSIGNMENT;
COMMENT ON FUNCTION shop.twice(integer) IS 'as much again';
REVOKE ALL ON FUNCTION shop.watch() FROM PUBLIC;

-- tables
CREATE TABLE shop.people (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10 CACHE 2) PRIMARY KEY,
  number serial NOT NULL,
  mail shop.mail,
  second_mail shop.short_mail,
  name text COLLATE shop.loose NOT NULL,
  nick shop.citext,
  mood shop.mood DEFAULT 'so so',
  moods shop.mood[] DEFAULT '{sad}',
  home shop.place,
  age smallint CHECK (age > 0) CHECK (age < 200) NO INHERIT,
  income numeric(12, 2) DEFAULT 0.0,
  spends shop.span,
  seen tstzrange,
  settings jsonb DEFAULT '{}' NOT NULL,
  words tsvector,
  tags text[] DEFAULT ARRAY['new', 'it''s']::text[],
  code char(3) DEFAULT 'abc',
  bits bit varying(8),
  stays interval day to minute,
  changed timestamp(3) with time zone DEFAULT now(),
  double_age integer GENERATED ALWAYS AS (shop.twice((age)::integer)) STORED,
  CONSTRAINT "one name, one mail" UNIQUE (name, mail) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (number) INCLUDE (name),
  EXCLUDE USING gist (seen WITH &&) WHERE (age > 18)
) WITH (fillfactor = 80, autovacuum_enabled = false);
ALTER TABLE shop.people ALTER name SET STORAGE EXTERNAL, ALTER age SET STATISTICS 500, ALTER income SET (n_distinct = -0.5);
COMMENT ON TABLE shop.people IS E'those who buy;\nand those who don''t';
COMMENT ON COLUMN shop.people.name IS 'what they are called';
COMMENT ON CONSTRAINT "one name, one mail" ON shop.people IS 'at a time';

CREATE UNLOGGED TABLE shop.cache (key text PRIMARY KEY, value bytea) WITH (autovacuum_vacuum_scale_factor = 0.5);
CREATE TABLE shop.orders (
  id uuid PRIMARY KEY DEFAULT md5((now())::text)::uuid,
  number integer DEFAULT nextval('shop.numbers') NOT NULL,
  person bigint NOT NULL CONSTRAINT ordered_by REFERENCES shop.people ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE,
  helper bigint,
  amount money,
  at point,
  CONSTRAINT helped_by FOREIGN KEY (helper) REFERENCES shop.people (id) MATCH FULL NOT VALID
);
ALTER TABLE shop.orders ADD CONSTRAINT some_day CHECK (number > 0) NOT VALID;
ALTER SEQUENCE shop.down OWNED BY shop.orders.number;
CREATE TABLE "Odd names"."select" (
  "Line Item" integer, "größe" text, "a""b" text, "it's" date, "x.y" xml, "$1" inet,
  CONSTRAINT "check; this -- please" CHECK ("Line Item" <> 7)
);
CREATE TABLE shop.staff (salary integer NOT NULL) INHERITS (shop.cache);
CREATE TABLE shop.places OF shop.place (PRIMARY KEY (street), number DEFAULT 1);

-- partitions
CREATE TABLE shop.events (at date NOT NULL, kind integer NOT NULL, what text DEFAULT 'nothing') PARTITION BY RANGE (at);
CREATE TABLE shop.events_2024 PARTITION OF shop.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (kind);
CREATE TABLE shop.events_2024_a PARTITION OF shop.events_2024 FOR VALUES IN (1, 2);
CREATE TABLE shop.events_2024_rest PARTITION OF shop.events_2024 DEFAULT;
CREATE TABLE shop.events_rest PARTITION OF shop.events DEFAULT;
CREATE TABLE shop.clicks (id bigint NOT NULL, at date) PARTITION BY HASH (id);
CREATE TABLE shop.clicks_0 PARTITION OF shop.clicks FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE shop.clicks_1 PARTITION OF shop.clicks FOR VALUES WITH (MODULUS 2, REMAINDER 1) WITH (fillfactor = 60);
CREATE INDEX by_day ON ONLY shop.clicks (at);
CREATE INDEX "first by day" ON shop.clicks_0 (at);
ALTER INDEX shop.by_day ATTACH PARTITION shop."first by day";
CREATE INDEX second_by_day ON shop.clicks_1 (at);
ALTER INDEX shop.by_day ATTACH PARTITION shop.second_by_day;
CREATE INDEX half_done ON ONLY shop.clicks (id, at);
CREATE INDEX half_of_it ON shop.clicks_0 (id, at);
ALTER INDEX shop.half_done ATTACH PARTITION shop.half_of_it;
CREATE INDEX events_kind ON shop.events (kind, at DESC);
ALTER TABLE shop.events ADD PRIMARY KEY (at, kind);

-- indexes
CREATE UNIQUE INDEX people_mail ON shop.people (lower(code) text_pattern_ops, age DESC NULLS LAST) INCLUDE (income) WHERE age > 18 AND code <> 'it''s';
CREATE INDEX people_settings ON shop.people USING gin (settings jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX people_words ON shop.people USING gist (words);
CREATE INDEX people_changed ON shop.people USING brin (changed) WITH (pages_per_range = 16);
CREATE INDEX people_code ON shop.people USING hash (code);
CREATE INDEX people_name ON shop.people (name COLLATE "C" NULLS FIRST);
CREATE INDEX people_twice ON shop.people (shop.twice((age)::integer));
ALTER TABLE shop.people CLUSTER ON people_name;
ALTER TABLE shop.people REPLICA IDENTITY FULL;
COMMENT ON INDEX shop.people_name IS 'to find them';
CREATE STATISTICS shop.together (ndistinct, dependencies) ON name, age FROM shop.people;

-- views
CREATE VIEW shop.adults (number, "Full name") WITH (security_barrier = true, check_option = cascaded) AS SELECT number, name FROM shop.people WHERE age > 18;
CREATE VIEW shop.grown AS SELECT *, row_number() OVER (ORDER BY number) AS place FROM shop.adults;
CREATE MATERIALIZED VIEW shop.sums WITH (fillfactor = 90) AS WITH w AS (SELECT person, count(*) AS n, shop.total(number) AS t FROM shop.orders GROUP BY person) SELECT p.name, w.n, w.t FROM shop.people p LEFT JOIN w ON w.person = p.id WITH NO DATA;
CREATE UNIQUE INDEX sums_name ON shop.sums (name);
COMMENT ON VIEW shop.adults IS 'they may vote';

-- code on tables
CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name, mail ON shop.people FOR EACH ROW WHEN (NEW.age IS NOT NULL) EXECUTE FUNCTION shop.touch('it''s', '2');
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON shop.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shop.touch();
CREATE TRIGGER all_of_them AFTER UPDATE ON shop.orders REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION shop.touch();
CREATE TRIGGER instead INSTEAD OF INSERT ON shop.adults FOR EACH ROW EXECUTE FUNCTION shop.touch();
ALTER TABLE shop.people ENABLE ALWAYS TRIGGER touch;
ALTER TABLE shop.orders DISABLE TRIGGER all_of_them;
CREATE RULE no_deletes AS ON DELETE TO shop.cache DO INSTEAD NOTHING;
CREATE EVENT TRIGGER watched ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP CAST') EXECUTE FUNCTION shop.watch();
ALTER EVENT TRIGGER watched DISABLE;
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (number > 1) WITH CHECK (number > 2);
CREATE POLICY "everyone's" ON shop.orders USING (EXISTS (SELECT FROM shop.people p WHERE p.id = person));
COMMENT ON TRIGGER touch ON shop.people IS 'for the record';
COMMENT ON POLICY own ON shop.orders IS 'and no other';

-- text search
CREATE TEXT SEARCH DICTIONARY shop.plain (TEMPLATE = simple, stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION shop.found (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION shop.found ADD MAPPING FOR asciiword, word WITH shop.plain, simple;

-- elsewhere
CREATE FOREIGN DATA WRAPPER nothing OPTIONS (debug 'a');
CREATE SERVER far TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER nothing OPTIONS (host 'there');
CREATE FOREIGN TABLE shop.away (id integer OPTIONS (column_name 'key') NOT NULL, name text DEFAULT 'far') SERVER far OPTIONS (name 'away');
CREATE PUBLICATION news FOR TABLE shop.people, shop.orders WITH (publish = 'insert, update');

-- who may do what
GRANT USAGE ON SCHEMA shop TO PUBLIC;
GRANT SELECT, INSERT ON shop.orders TO PUBLIC;
GRANT UPDATE (name) ON shop.people TO PUBLIC;
GRANT USAGE ON SEQUENCE shop.numbers TO PUBLIC;
