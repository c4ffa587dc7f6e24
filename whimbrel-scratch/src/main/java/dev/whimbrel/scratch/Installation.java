package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL unpacked in a folder, with a data folder to copy and the password it was made with.
 */
record Installation(Path folder) {
  static final String USER = "whimbrel";

  Path template() {
    return folder.resolve("template");
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  String password() throws IOException {
    return Files.readString(passwordFile());
  }

  boolean whole() {
    return Files.isExecutable(program("postgres"))
        && Files.isReadable(passwordFile())
        && Files.exists(template().resolve("global").resolve("pg_control"));
  }

  List<String> initdb(Path data, Path passwordFile) {
    return List.of(
        program("initdb").toString(),
        "--pgdata=" + data,
        "--username=" + USER,
        "--pwfile=" + passwordFile,
        "--auth=password",
        "--encoding=UTF8",
        "--locale=C",
        "--wal-segsize=1",
        "--no-sync");
  }

  /** What a crash would destroy need not be kept: nothing here outlives the server. */
  List<String> postgres(Path data, int port) {
    return List.of(
        program("postgres").toString(),
        "-D" + data,
        "-p" + port,
        "-clisten_addresses=127.0.0.1",
        "-cunix_socket_directories=",
        "-cfsync=off",
        "-csynchronous_commit=off",
        "-cfull_page_writes=off",
        "-cautovacuum=off",
        "-cwal_level=minimal",
        "-cmax_wal_senders=0",
        "-cmax_wal_size=1GB",
        "-cmax_connections=100",
        "-cmax_locks_per_transaction=1024");
  }
}
