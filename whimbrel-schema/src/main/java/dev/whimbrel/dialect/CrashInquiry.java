package dev.whimbrel.dialect;

/** Looks up what became of a statement that ran outside of a transaction when its run died. */
@FunctionalInterface
public interface CrashInquiry {
  Aftermath aftermath(Session session, SqlStatement statement);
}
