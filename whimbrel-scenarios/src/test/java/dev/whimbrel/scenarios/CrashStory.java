package dev.whimbrel.scenarios;

import dev.whimbrel.migrate.directory.MigrationId;
import dev.whimbrel.migrate.directory.WhimbrelDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Migrations in which statements of every mode occur, there and back.
 *
 * @param scripts for each migration, up and down
 */
record CrashStory(List<List<String>> scripts) {
  static final CrashStory POSTGRES =
      new CrashStory(
          List.of(
              List.of(
                  """
                  CREATE TABLE users (id int PRIMARY KEY, email text);
                  INSERT INTO users SELECT n, 'u' || n FROM generate_series(1, 5) n;
                  CREATE INDEX users_email_idx ON users (email);
                  """,
                  "DROP TABLE users;"),
              List.of(
                  """
                  SET search_path = public;
                  ALTER TABLE users ADD COLUMN name text;
                  UPDATE users SET name = coalesce(name, '') || 'n' || id;
                  SELECT pg_sleep(0.3);
                  CREATE INDEX CONCURRENTLY users_name_idx ON users (lower(name)) WHERE id > 0;
                  VACUUM users;
                  BEGIN;
                  CREATE TYPE mood AS ENUM ('ok');
                  CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users (id), m mood);
                  INSERT INTO posts (id, user_id) SELECT id, id FROM users;
                  COMMIT;
                  ALTER TYPE mood ADD VALUE 'sad';
                  COMMIT;
                  INSERT INTO posts VALUES (6, 1, 'sad');
                  COPY posts (id, user_id) FROM stdin DELIMITER ' ';
                  7 1
                  8 2
                  \\.
                  DROP INDEX CONCURRENTLY users_email_idx;
                  INSERT INTO users VALUES (9, 'z', 'nine');
                  """,
                  """
                  CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
                  DELETE FROM users WHERE id = 9;
                  INSERT INTO users SELECT max(id) + 1, 'back' FROM users;
                  DROP INDEX CONCURRENTLY users_name_idx;
                  DROP TABLE posts;
                  DROP TYPE mood;
                  ALTER TABLE users DROP COLUMN name;
                  """)));

  static final CrashStory SQLITE =
      new CrashStory(
          List.of(
              List.of(
                  """
                  CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
                  CREATE TABLE posts (
                    id INTEGER PRIMARY KEY,
                    user_id INTEGER REFERENCES users (id) ON DELETE CASCADE
                  );
                  INSERT INTO users VALUES (1, 'a'), (2, 'b');
                  INSERT INTO posts VALUES (1, 1), (2, 1);
                  """,
                  "DROP TABLE posts;\nDROP TABLE users;"),
              List.of(
                  """
                  ALTER TABLE users ADD COLUMN name TEXT;
                  UPDATE users SET name = coalesce(name, '') || 'n' || id;
                  VACUUM;
                  COMMIT TRANSACTION;
                  --> statement-breakpoint
                  PRAGMA foreign_keys = OFF;
                  --> statement-breakpoint
                  BEGIN TRANSACTION;
                  CREATE TABLE __new_users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
                  INSERT INTO __new_users SELECT id, name || '!' FROM users;
                  DROP TABLE users;
                  ALTER TABLE __new_users RENAME TO users;
                  COMMIT TRANSACTION;
                  PRAGMA foreign_keys = ON;
                  BEGIN TRANSACTION;
                  PRAGMA journal_mode = WAL;
                  INSERT INTO posts (user_id) VALUES (2);
                  PRAGMA wal_checkpoint;
                  """,
                  """
                  DELETE FROM posts WHERE id = 3;
                  INSERT INTO posts (user_id) VALUES (1);
                  VACUUM;
                  ALTER TABLE users ADD COLUMN email TEXT;
                  INSERT INTO posts (user_id) VALUES (1);
                  """)));

  WhimbrelDirectory writeInto(Path folder) {
    var directory = new WhimbrelDirectory(folder);
    for (int i = 0; i < scripts.size(); i++) {
      directory.add(
          new MigrationId("2026010100000%d_step".formatted(i)),
          Map.of("migration.sql", scripts.get(i).get(0), "down.sql", scripts.get(i).get(1)));
    }
    return directory;
  }
}
