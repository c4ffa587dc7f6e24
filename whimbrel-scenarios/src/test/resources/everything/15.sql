-- What came with the versions up to 15.

CREATE TABLE shop.pairs (a integer, b bigint, PRIMARY KEY (a, b));
CREATE TABLE shop.later (
  id integer PRIMARY KEY,
  name text COMPRESSION pglz,
  spans int4multirange,
  person bigint,
  CONSTRAINT "nulls are one" UNIQUE NULLS NOT DISTINCT (name),
  FOREIGN KEY (id, person) REFERENCES shop.pairs (a, b) ON DELETE SET NULL (person)
);
CREATE STATISTICS shop.lengths ON length(name), (id + 1) FROM shop.later;
CREATE VIEW shop.mine WITH (security_invoker = true) AS SELECT id FROM shop.later;
CREATE UNIQUE INDEX later_spans ON shop.later (spans, id) NULLS NOT DISTINCT;
CREATE INDEX later_words ON shop.people USING gist (words tsvector_ops (siglen = '100'));
CREATE FUNCTION shop.latest() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(id) FROM shop.later; END;
CREATE PUBLICATION some_news FOR TABLE shop.later (id, name) WHERE (id > 3);
