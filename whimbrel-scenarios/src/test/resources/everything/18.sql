-- What came with the versions up to 18.

CREATE EXTENSION btree_gist WITH SCHEMA shop;
CREATE TABLE shop.newest (
  id integer NOT NULL,
  n integer,
  twice integer GENERATED ALWAYS AS (n * 2) VIRTUAL,
  room integer NOT NULL,
  valid daterange NOT NULL,
  CONSTRAINT idle CHECK (n > 0) NOT ENFORCED,
  CONSTRAINT kept PRIMARY KEY (room, valid WITHOUT OVERLAPS)
);
ALTER TABLE shop.newest ADD CONSTRAINT later_one FOREIGN KEY (n) REFERENCES shop.later (id) NOT ENFORCED;
