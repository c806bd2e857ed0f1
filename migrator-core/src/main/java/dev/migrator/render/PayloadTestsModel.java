package dev.migrator.render;

import java.util.List;

/**
 * Tests of the JSON of payloads: what Program.cs registers against what the in-process host wrote.
 *
 * @param toolVersion of this tool
 * @param appName for people
 * @param assembly of the app, whose entry point is run until its host is built
 * @param namespace of the tests
 * @param framework of the tests
 * @param payloads names of types as {@code Type.GetType} takes them, sorted
 * @param bindings whether objects cross a binding
 * @param http whether objects may be answers
 */
public record PayloadTestsModel(
    String toolVersion,
    String appName,
    String assembly,
    String namespace,
    Framework framework,
    List<String> payloads,
    boolean bindings,
    boolean http) {

  public PayloadTestsModel {
    payloads = List.copyOf(payloads);
  }

  /** How a test framework spells what the tests need. */
  public enum Framework {
    XUNIT("Xunit", "", "Theory", "InlineData", "Equal"),
    NUNIT("NUnit.Framework", "", "", "TestCase", "That"),
    MSTEST(
        "Microsoft.VisualStudio.TestTools.UnitTesting",
        "TestClass",
        "TestMethod",
        "DataRow",
        "AreEqual");

    private final String namespace;
    private final String ofClass;
    private final String ofMethod;
    private final String ofRow;
    private final String assertion;

    Framework(String namespace, String ofClass, String ofMethod, String ofRow, String assertion) {
      this.namespace = namespace;
      this.ofClass = ofClass;
      this.ofMethod = ofMethod;
      this.ofRow = ofRow;
      this.assertion = assertion;
    }

    public String getNamespace() {
      return namespace;
    }

    /** The attribute of a class of tests; empty for none. */
    public String getOfClass() {
      return ofClass;
    }

    /** The attribute of a method with rows; empty for none. */
    public String getOfMethod() {
      return ofMethod;
    }

    public String getOfRow() {
      return ofRow;
    }

    /** The call that compares two texts, in terms of {@code expected} and {@code actual}. */
    public String getComparison() {
      return this == NUNIT
          ? "Assert.That(actual, Is.EqualTo(expected))"
          : "Assert." + assertion + "(expected, actual)";
    }
  }

  public String text() {
    return Templates.render("PayloadTests.cs.ftl", this);
  }
}
