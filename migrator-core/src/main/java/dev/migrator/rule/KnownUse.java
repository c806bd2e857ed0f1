package dev.migrator.rule;

import dev.migrator.diagnostic.Severity;
import dev.migrator.model.ResourceTable;
import java.util.List;
import java.util.Locale;

/**
 * A row of known-uses.tsv: something that an app may use, and what a person should know of it.
 *
 * @param kind what is looked for
 * @param name which one, in the words of the kind
 * @param severity how much it matters
 * @param message what is different, behind the text of the place
 * @param advice what to do
 */
public record KnownUse(Kind kind, String name, Severity severity, String message, String advice) {

  /** What a row looks for. */
  public enum Kind {
    /** A type, wherever it is named. */
    TYPE,
    /** A type as the type argument of a method: {@code Get N.T}. */
    ARGUMENT,
    /** {@code N.T Member}: of the type itself or of a value of it. */
    MEMBER,
    /** {@code A.B} at the end of a chain of members. */
    CHAIN,
    /** A method by its name, of the extension class {@code N.T Method}. */
    CALL,
    /** A string that begins so. */
    TEXT,
    /** A value of local.settings.json. */
    SETTING,
    /** A member of host.json, with dots. */
    HOST,
    /** A property of the project file. */
    PROPERTY,
    /** A file below the folder of the project, as a pattern. */
    FILE,
    /** A file that no string of the code names. */
    UNNAMED_FILE,
    /** What stands in other files of the repository, by the kind of {@code RepositoryText}. */
    REPOSITORY,
    /** A namespace that a file opens, or one below it. */
    USING,
    /** The same in tests. */
    USING_OF_TESTS,
    /** A namespace that a file of an app with a package opens: {@code Package N}. */
    USING_WITH,
    /** A package that the project references. */
    PACKAGE,
    /** A package without a word in the code: {@code Package Word}. */
    PACKAGE_WITHOUT
  }

  /** The rows that the tool ships. */
  public static List<KnownUse> load() {
    return ResourceTable.rows(KnownUse.class, "known-uses.tsv").stream()
        .map(
            cells ->
                new KnownUse(
                    Kind.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
                    cells.get(1),
                    Severity.valueOf(cells.get(2)),
                    cells.get(3),
                    cells.get(4)))
        .toList();
  }

  /** The first word of the name: the type or the method. */
  public String first() {
    return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
  }

  /** What stands behind the first word. */
  public String second() {
    return name.substring(name.indexOf(' ') + 1);
  }
}
