package dev.migrator.pipeline;

/** File names of contract locks. */
final class LockName {
  private LockName() {}

  /** Where the lock of an app lies in the tree, from the root of the repository. */
  static String committed(String projectPath) {
    return ".migrator/" + of(projectPath);
  }

  /** {@code src/App/App.csproj} to {@code src~App~App.lock.json}. */
  static String of(String projectPath) {
    return projectPath.replaceAll("\\.csproj$", "").replace('/', '~') + ".lock.json";
  }
}
