import { pgTable, serial, text, integer, index, timestamp, varchar, boolean, pgEnum, uuid } from 'drizzle-orm/pg-core';
export const mood = pgEnum('mood', ['ok', 'bad']);
export const users = pgTable('users', { id: serial('id').primaryKey(), email: text('email').notNull().unique('users_email_unique'), mood: mood('mood').default('ok').notNull(), created: timestamp('created').defaultNow().notNull() });
export const posts = pgTable('posts', { id: uuid('id').primaryKey().defaultRandom(), userId: integer('user_id').references(() => users.id, { onDelete: 'cascade' }), title: varchar('title', { length: 100 }).notNull().default('x'), live: boolean('live').default(false).notNull() }, t => [index('t_idx').on(t.title)]);
