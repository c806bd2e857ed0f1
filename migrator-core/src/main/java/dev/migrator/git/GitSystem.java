package dev.migrator.git;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit quiet: no measuring of time stamps (3 s on a new machine), no file in the user's home,
 * no {@code git} process, no look-up of the host name.
 *
 * <p>JGit has one reader per process, so the last {@link #install} wins; a process has one
 * environment, only tests have several.
 */
final class GitSystem extends SystemReader.Delegate {
  private static final int DEFAULT_UMASK = 0022;

  private final Map<String, String> environment;

  private GitSystem(SystemReader original, Map<String, String> environment) {
    super(original);
    this.environment = environment;
  }

  static synchronized void install(Map<String, String> environment) {
    Map<String, String> copy = new TreeMap<>(environment);
    SystemReader current = SystemReader.getInstance();
    if (current instanceof GitSystem installed && installed.environment.equals(copy)) {
      return;
    }
    SystemReader.setInstance(null);
    SystemReader.setInstance(new GitSystem(SystemReader.getInstance(), copy));
    FS.DETECTED.setUserHome(home(copy));
    if (FS.DETECTED instanceof FS_POSIX posix) {
      posix.setUmask(DEFAULT_UMASK); // JGit would ask a shell; the tool sets permissions itself
    }
  }

  private static File home(Map<String, String> environment) {
    String home = environment.get("HOME");
    if (home == null || home.isEmpty()) {
      home = environment.get("USERPROFILE");
    }
    return new File(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
  }

  @Override
  public @Nullable String getenv(String variable) {
    return environment.get(variable);
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  /** JGit's own configuration would be a file in the user's home that JGit writes. */
  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new NoFile(parent, fs);
  }

  /** On Windows the installer of git puts core.autocrlf there; elsewhere asking costs a process. */
  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return isWindows() ? super.openSystemConfig(parent, fs) : new NoFile(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    String global = environment.get("GIT_CONFIG_GLOBAL");
    if (global != null && !global.isEmpty()) {
      return new UserConfig(parent, new File(global), fs);
    }
    String xdg = environment.get("XDG_CONFIG_HOME");
    File xdgFolder =
        xdg == null || xdg.isEmpty() ? new File(fs.userHome(), ".config") : new File(xdg);
    Config shared = new FileBasedConfig(parent, new File(xdgFolder, "git/config"), fs);
    return new UserConfig(shared, new File(fs.userHome(), ".gitconfig"), fs);
  }

  /** The user's configuration, with an answer to the question how exact time stamps are. */
  private static final class UserConfig extends FileBasedConfig {
    private UserConfig(@Nullable Config parent, File file, FS fs) {
      super(parent, file, fs);
    }

    @Override
    public @Nullable String getString(
        String section, @Nullable String subsection, @Nullable String name) {
      String value = super.getString(section, subsection, name);
      if (value == null && section.equals("filesystem") && subsection != null) {
        return "timestampResolution".equals(name) ? "10 ms" : null;
      }
      return value;
    }
  }

  /** A configuration without a file. */
  private static final class NoFile extends FileBasedConfig {
    private NoFile(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() throws IOException, ConfigInvalidException {
      // nothing to load
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public void save() {
      // nothing to keep
    }
  }
}
