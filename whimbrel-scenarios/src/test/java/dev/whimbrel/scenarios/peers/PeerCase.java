package dev.whimbrel.scenarios.peers;

/**
 * Two schemas in SQL, from the tests of another tool.
 *
 * @param suite whose tests
 * @param id what the case is called there
 */
record PeerCase(String suite, String id, String from, String to) {}
