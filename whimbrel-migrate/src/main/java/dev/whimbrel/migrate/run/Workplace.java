package dev.whimbrel.migrate.run;

import dev.whimbrel.dialect.Aftermath;
import dev.whimbrel.dialect.Dialect;
import dev.whimbrel.dialect.MigrationLock;
import dev.whimbrel.dialect.Session;
import dev.whimbrel.dialect.SqlStatement;
import dev.whimbrel.migrate.history.History;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a run works with.
 *
 * @param inquiry looks up what became of a statement when a run died
 */
record Workplace(
    Session session,
    Dialect dialect,
    History history,
    MigrationLock.Held lock,
    Function<SqlStatement, Aftermath> inquiry,
    Consumer<RunEvent> listener,
    Clock clock) {}
