package dev.whimbrel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command has to say.
 *
 * @param status one word for programs
 * @param result for people, on standard output
 * @param notes for people, on standard error
 * @param details for programs: texts, numbers, truths, lists and maps of them
 */
record Answer(
    ExitCode exitCode,
    String status,
    List<String> result,
    List<String> notes,
    Map<String, Object> details) {
  Answer {
    result = List.copyOf(result);
    notes = List.copyOf(notes);
    details = new LinkedHashMap<>(details);
  }

  static Answer done(List<String> result, Map<String, Object> details) {
    return new Answer(ExitCode.DONE, ExitCode.DONE.status(), result, List.of(), details);
  }

  Answer as(String otherStatus) {
    return new Answer(exitCode, otherStatus, result, notes, details);
  }

  Answer exiting(ExitCode other) {
    return new Answer(other, status, result, notes, details);
  }

  Answer noting(List<String> more) {
    return new Answer(exitCode, status, result, more, details);
  }
}
