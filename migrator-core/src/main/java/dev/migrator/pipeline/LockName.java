package dev.migrator.pipeline;

/** File names of contract locks. */
final class LockName {
  private LockName() {}

  /** {@code src/App/App.csproj} to {@code src~App~App.lock.json}. */
  static String of(String projectPath) {
    return projectPath.replaceAll("\\.csproj$", "").replace('/', '~') + ".lock.json";
  }
}
