import { sqliteTable, text, integer, index, uniqueIndex, real, primaryKey } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
export const users = sqliteTable('users', { id: integer('id').primaryKey({ autoIncrement: true }), email: text('email').notNull().unique(), age: integer('age').notNull().default(18) });
export const posts = sqliteTable('posts', { id: integer('id').primaryKey(), userId: integer('user_id').references(() => users.id, { onDelete: 'cascade' }), title: text('title').notNull().default('x'), price: real('price') }, t => [index('t_idx').on(t.title), uniqueIndex('p_idx').on(t.price)]);
export const tags = sqliteTable('tags', { post: integer('post').notNull().references(() => posts.id), tag: text('tag').notNull().default('none'), at: integer('at').notNull().default(sql`(unixepoch())`) }, t => [primaryKey({ name: 'tags_post_tag_pk', columns: [t.post, t.tag] })]);
