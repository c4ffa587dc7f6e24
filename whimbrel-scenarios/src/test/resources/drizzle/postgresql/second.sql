CREATE TYPE mood AS ENUM('ok', 'bad');
CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL CONSTRAINT users_email_unique UNIQUE, mood mood DEFAULT 'ok' NOT NULL, created timestamp DEFAULT now() NOT NULL, age integer DEFAULT 18 NOT NULL, CONSTRAINT users_age_check CHECK (age >= 0));
CREATE TABLE posts (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), user_id integer CONSTRAINT posts_user_id_users_id_fk REFERENCES users(id) ON DELETE cascade, title varchar(100) DEFAULT 'x' NOT NULL, live boolean DEFAULT false NOT NULL, seen timestamptz, price numeric(10,2));
CREATE INDEX t_idx ON posts (title);
CREATE UNIQUE INDEX posts_seen_idx ON posts (seen);
CREATE TABLE tags (post uuid NOT NULL CONSTRAINT tags_post_posts_id_fk REFERENCES posts(id), tag text DEFAULT 'none' NOT NULL, extra jsonb, CONSTRAINT tags_post_tag_pk PRIMARY KEY (post, tag));
