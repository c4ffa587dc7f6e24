CREATE TABLE users (id integer PRIMARY KEY AUTOINCREMENT NOT NULL, email text NOT NULL, age integer DEFAULT 18 NOT NULL);
CREATE UNIQUE INDEX users_email_unique ON users (email);
CREATE TABLE posts (id integer PRIMARY KEY NOT NULL, user_id integer, title text DEFAULT 'x' NOT NULL, price real, FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE no action ON DELETE cascade);
CREATE INDEX t_idx ON posts (title);
CREATE UNIQUE INDEX p_idx ON posts (price);
CREATE TABLE tags (post integer NOT NULL, tag text DEFAULT 'none' NOT NULL, at integer DEFAULT (unixepoch()) NOT NULL, PRIMARY KEY(post, tag), FOREIGN KEY (post) REFERENCES posts(id));
