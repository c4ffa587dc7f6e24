package dev.whimbrel.scenarios.peers;

/**
 * Two schemas in SQL, from the tests of another tool.
 *
 * @param suite whose tests
 * @param id what the case is called there
 * @param decisions what is an older thing under a new name, a line each
 */
record PeerCase(String suite, String id, String from, String to, String decisions) {
  PeerCase(String suite, String id, String from, String to) {
    this(suite, id, from, to, "");
  }
}
