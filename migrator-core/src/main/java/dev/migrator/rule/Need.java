package dev.migrator.rule;

/** Something that several rules may ask for and that is written once. */
public sealed interface Need {

  /** A file names a type of a namespace that it did not name before. */
  record Using(String path, String namespace) implements Need {}

  /** A project needs a package of the versions table. */
  record Package(String projectPath, String packageId) implements Need {}

  /** A function needs a part of the compatibility file. */
  record Compatibility(CompatibilityPart part, String function) implements Need {}

  /** Program.cs names a type of a namespace beside those of the classes that it calls. */
  record ProgramUsing(String namespace) implements Need {}

  /** Program.cs needs a line. */
  record Registration(RegistrationLine line) implements Need {}

  /**
   * Program.cs calls a method of a startup class that stays.
   *
   * @param order calls that register services begin at {@link #FIRST_SERVICE}
   * @param statement on {@code builder}
   * @param namespace of the class
   */
  record StartupCall(int order, String statement, String namespace) implements Need {
    public static final int FIRST_SERVICE = 1000;

    /** Whether it adds sources of configuration. */
    public boolean isConfiguration() {
      return order < FIRST_SERVICE;
    }
  }
}
