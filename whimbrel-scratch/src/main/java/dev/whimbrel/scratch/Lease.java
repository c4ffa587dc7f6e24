package dev.whimbrel.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** A lock on a file, which the system takes back when this process dies. */
record Lease(FileChannel channel) implements AutoCloseable {

  /** Must not be asked about a file that this process holds: closing it again would let go. */
  static Optional<Lease> ifFree(Path file) throws IOException {
    var channel = open(file);
    if (locked(channel)) {
      return Optional.of(new Lease(channel));
    }
    channel.close();
    return Optional.empty();
  }

  static Lease take(Path file, Duration patience) throws IOException, InterruptedException {
    var channel = open(file);
    var end = System.nanoTime() + patience.toNanos();
    while (!locked(channel)) {
      if (System.nanoTime() > end) {
        channel.close();
        throw new ScratchException(
            "Another process has held %s for %d s; end it, or name another cache folder"
                .formatted(file, patience.toSeconds()));
      }
      Thread.sleep(20);
    }
    return new Lease(channel);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of ours has it
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
