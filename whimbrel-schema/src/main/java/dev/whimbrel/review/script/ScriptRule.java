package dev.whimbrel.review.script;

import java.util.stream.Stream;

/** Looks for one kind of danger in the statements of a script. */
public interface ScriptRule {
  /** Stable: comments and configuration silence a rule by it. */
  String id();

  Stream<ScriptFinding> check(ScriptStatement statement, Script script);
}
