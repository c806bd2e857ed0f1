package dev.migrator.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Who writes the commits. Never invented: {@code --author}, then the variables {@code GIT_AUTHOR_*}
 * and {@code GIT_COMMITTER_*}, then git configuration. {@code --author} sets both persons, so that
 * commit ids do not depend on the machine.
 */
public record Identity(Person author, Person committer) {

  /**
   * Looks for the identity of a repository.
   *
   * @param author the text of {@code --author}, or null
   */
  public static Outcome<Identity> of(GitRepository repository, @Nullable String author) {
    return resolve(author, repository.environment(), configurations(repository));
  }

  /**
   * Looks for an identity where there is no repository: only the user's configuration counts.
   *
   * @param author the text of {@code --author}, or null
   */
  public static Outcome<Identity> ofUser(Map<String, String> environment, @Nullable String author) {
    GitSystem.install(environment);
    try {
      return resolve(author, environment, List.of(SystemReader.getInstance().getUserConfig()));
    } catch (IOException | ConfigInvalidException e) {
      return Outcome.refused(
          RefusalCode.NO_IDENTITY,
          "cannot read the git configuration: " + e.getMessage(),
          "repair it or give --author \"Name <mail>\"");
    }
  }

  private static List<Config> configurations(GitRepository repository) {
    Config config = repository.jgit().getConfig();
    List<Config> all = new ArrayList<>();
    if (config.getNames("user").stream().noneMatch(List.of("name", "email")::contains)) {
      all.addAll(ConditionalInclude.of(repository, FS.DETECTED.userHome()));
    }
    all.add(config);
    return all;
  }

  private static Outcome<Identity> resolve(
      @Nullable String author, Map<String, String> environment, List<Config> configurations) {
    if (author != null) {
      return Person.parse(author)
          .map(person -> Outcome.of(new Identity(person, person)))
          .orElseGet(
              () ->
                  Outcome.refused(
                      RefusalCode.INVALID_AUTHOR,
                      "--author \"" + author + "\" is not of the form \"Name <mail>\"",
                      "write it as --author \"Jane Doe <jane@example.org>\""));
    }
    Source source = new Source(environment, configurations);
    @Nullable Person writer = source.person("AUTHOR", "COMMITTER");
    @Nullable Person committer = source.person("COMMITTER", "AUTHOR");
    if (writer == null || committer == null) {
      return Outcome.refused(
          RefusalCode.NO_IDENTITY,
          "there is no name and mail address for the commits",
          "give --author \"Name <mail>\" or set user.name and user.email with `git config`");
    }
    return Outcome.of(new Identity(writer, committer));
  }

  /** Environment and configuration; configurations in order of precedence. */
  private record Source(Map<String, String> environment, List<Config> configurations) {

    /** The person of a role; what is configured for nobody is taken from the other role. */
    @Nullable Person person(String role, String other) {
      @Nullable String name = value(role, "NAME", "name", other);
      @Nullable String mail = value(role, "EMAIL", "email", other);
      if (mail == null) {
        mail = filled(environment.get("EMAIL"));
      }
      return name == null || mail == null ? null : new Person(clean(name), clean(mail));
    }

    private @Nullable String value(String role, String variable, String key, String other) {
      @Nullable String found = filled(environment.get("GIT_" + role + "_" + variable));
      if (found == null) {
        found = configured(role.equals("AUTHOR") ? "author" : "committer", key);
      }
      if (found == null) {
        found = configured("user", key);
      }
      return found == null ? filled(environment.get("GIT_" + other + "_" + variable)) : found;
    }

    private @Nullable String configured(String section, String key) {
      for (Config config : configurations) {
        @Nullable String value = filled(config.getString(section, null, key));
        if (value != null) {
          return value;
        }
      }
      return null;
    }

    private static @Nullable String filled(@Nullable String value) {
      return value == null || clean(value).isEmpty() ? null : value;
    }

    /** What git leaves out of names. */
    private static String clean(String value) {
      return value.replaceAll("[<>\\p{Cntrl}]", "").strip();
    }
  }

  /** The files that {@code includeIf "gitdir:…"} adds; JGit knows only plain includes. */
  private static final class ConditionalInclude {
    private ConditionalInclude() {}

    static List<Config> of(GitRepository repository, File home) {
      List<Config> found = new ArrayList<>();
      Config config = repository.jgit().getConfig();
      for (String condition : config.getSubsections("includeIf")) {
        if (holds(condition, repository.gitDirectory(), home)) {
          for (String file : config.getStringList("includeIf", condition, "path")) {
            found.add(0, read(file, home));
          }
        }
      }
      return found;
    }

    private static Config read(String file, File home) {
      File place = file.startsWith("~/") ? new File(home, file.substring(2)) : new File(file);
      File absolute = place.isAbsolute() ? place : new File(home, file);
      org.eclipse.jgit.storage.file.FileBasedConfig config =
          new org.eclipse.jgit.storage.file.FileBasedConfig(absolute, FS.DETECTED);
      try {
        config.load();
      } catch (IOException | ConfigInvalidException e) {
        return new Config();
      }
      return config;
    }

    private static boolean holds(String condition, Path gitDirectory, File home) {
      boolean ignoreCase = condition.startsWith("gitdir/i:");
      if (!ignoreCase && !condition.startsWith("gitdir:")) {
        return false;
      }
      String pattern = condition.substring(condition.indexOf(':') + 1);
      if (pattern.startsWith("~/")) {
        pattern = home.getPath().replace(File.separatorChar, '/') + pattern.substring(1);
      } else if (!pattern.startsWith("/") && !new File(pattern).isAbsolute()) {
        pattern = "**/" + pattern;
      }
      if (pattern.endsWith("/")) {
        pattern += "**";
      }
      String path = gitDirectory.toString().replace(File.separatorChar, '/');
      if (ignoreCase) {
        pattern = pattern.toLowerCase(java.util.Locale.ROOT);
        path = path.toLowerCase(java.util.Locale.ROOT);
      }
      return java.nio.file.FileSystems.getDefault()
          .getPathMatcher("glob:" + pattern)
          .matches(Path.of(path));
    }
  }
}
