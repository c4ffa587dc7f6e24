package dev.whimbrel.migrate.directory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files below one folder, read as people wrote them. */
public record Texts(Path folder) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What lies in the folder, by name; nothing if it is not there. */
  public List<Path> entries() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException problem) {
      throw new DirectoryException(
          "%s cannot be read as a folder of migrations: %s.".formatted(folder, reason(problem)),
          problem);
    }
  }

  /** The text of a file, without the mark that some editors put in front. */
  public Optional<String> find(Path file) {
    try {
      String text = Files.readString(file);
      return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (CharacterCodingException other) {
      throw new DirectoryException(
          file + " is not written in UTF-8. Save it as UTF-8 and try again.", other);
    } catch (IOException problem) {
      throw new DirectoryException(
          "%s cannot be read: %s.".formatted(file, reason(problem)), problem);
    }
  }

  /** The same for a file that is often not there: a look costs less than a refusal. */
  public Optional<String> seek(Path file) {
    return Files.exists(file) ? find(file) : Optional.empty();
  }

  /** Why the file system refused, in words where it gave any. */
  static String reason(IOException problem) {
    return switch (problem) {
      case AccessDeniedException denied -> "permission denied";
      case NotDirectoryException file -> "it is a file, not a folder";
      case FileAlreadyExistsException there -> there.getFile() + " is in the way";
      case FileSystemException told when told.getReason() != null -> told.getReason();
      default -> String.valueOf(problem.getMessage());
    };
  }
}
