-- What came with the versions up to 18.

CREATE EXTENSION btree_gist WITH SCHEMA shop;
CREATE TABLE shop.newest (
  id integer NOT NULL,
  n integer,
  twice integer GENERATED ALWAYS AS (n * 2) VIRTUAL,
  room integer NOT NULL,
  valid daterange NOT NULL,
  code text CONSTRAINT "has a code" NOT NULL,
  alone integer CONSTRAINT only_here NOT NULL NO INHERIT,
  also_alone integer NOT NULL NO INHERIT,
  unsure text,
  CONSTRAINT idle CHECK (n > 0) NOT ENFORCED,
  CONSTRAINT kept PRIMARY KEY (room, valid WITHOUT OVERLAPS)
);
ALTER TABLE shop.newest ADD CONSTRAINT later_one FOREIGN KEY (n) REFERENCES shop.later (id) NOT ENFORCED;
ALTER TABLE shop.newest ADD CONSTRAINT some_day NOT NULL unsure NOT VALID;
CREATE TABLE shop.newer (was_called text NOT NULL, key integer CONSTRAINT key_there NOT NULL PRIMARY KEY);
ALTER TABLE shop.newer RENAME COLUMN was_called TO is_called;
CREATE TABLE shop.newer_heir (more text CONSTRAINT more_there NOT NULL) INHERITS (shop.newer);
CREATE DOMAIN shop.present AS text CONSTRAINT "is there" NOT NULL;
