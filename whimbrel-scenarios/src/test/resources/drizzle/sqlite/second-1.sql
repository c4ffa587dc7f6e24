CREATE TABLE users (id integer PRIMARY KEY AUTOINCREMENT, email text NOT NULL UNIQUE, age integer DEFAULT 18 NOT NULL);
CREATE TABLE posts (id integer PRIMARY KEY, user_id integer, title text DEFAULT 'x' NOT NULL, price real, CONSTRAINT fk_posts_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE);
CREATE INDEX t_idx ON posts (title);
CREATE UNIQUE INDEX p_idx ON posts (price);
CREATE TABLE tags (post integer NOT NULL, tag text DEFAULT 'none' NOT NULL, at integer DEFAULT (unixepoch()) NOT NULL, CONSTRAINT tags_post_tag_pk PRIMARY KEY(post, tag), CONSTRAINT fk_tags_post_posts_id_fk FOREIGN KEY (post) REFERENCES posts(id));
