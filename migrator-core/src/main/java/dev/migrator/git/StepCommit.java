package dev.migrator.git;

import dev.migrator.source.FileChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One commit to write. A file that exists keeps its mode; a new file is no executable. A commit
 * whose changes change nothing is left out.
 *
 * @param body text between subject and trailers; may be empty
 * @param changes against the commit before, by path with {@code /}
 */
public record StepCommit(
    String subject, String body, List<Trailer> trailers, SortedMap<String, FileChange> changes) {

  public StepCommit {
    if (subject.isBlank() || subject.lines().count() != 1) {
      throw new IllegalArgumentException("subject: " + subject);
    }
    changes.keySet().forEach(StepCommit::checkPath);
    trailers = List.copyOf(trailers);
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  private static void checkPath(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty()
          || name.equals(".")
          || name.equals("..")
          || name.equalsIgnoreCase(".git")) {
        throw new IllegalArgumentException("no path of a repository: " + path);
      }
    }
  }

  public static StepCommit of(
      String subject, String body, List<Trailer> trailers, Map<String, FileChange> changes) {
    return new StepCommit(subject, body, trailers, new TreeMap<>(changes));
  }

  /** The whole message: subject, body, trailers, each apart by an empty line. */
  public String message() {
    StringBuilder text = new StringBuilder(subject.strip()).append('\n');
    if (!body.isBlank()) {
      text.append('\n').append(body.strip().replace("\r\n", "\n")).append('\n');
    }
    if (!trailers.isEmpty()) {
      text.append('\n');
      trailers.forEach(trailer -> text.append(trailer).append('\n'));
    }
    return text.toString();
  }
}
