package dev.migrator.rule.function;

import dev.migrator.Version;
import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.render.PayloadTestsModel;
import dev.migrator.render.PayloadTestsModel.Framework;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.rule.Step;
import dev.migrator.source.LineEnd;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes PayloadTests.cs into the test project of the app where that is asked for: every payload
 * type is written and read with what Program.cs registers, and compared with Newtonsoft.Json as the
 * in-process host used it (core-model 7.4).
 */
public final class PayloadTests implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0349", "Tests of the JSON of payloads, on request", Step.TESTS);

  private static final String FILE = "PayloadTests.cs";
  private static final Set<String> XUNIT = Set.of("xunit", "xunit.core", "xunit.v3");
  private static final Set<String> NUNIT = Set.of("nunit");
  private static final Set<String> MSTEST = Set.of("mstest", "mstest.testframework");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    boolean hasPayloads = app.hasHttp() || Serializers.areOfBindings(conversion);
    if (!conversion.options().payloadTests()
        || !hasPayloads
        || app.project().kind() == ProjectKind.FUNCTION_APP_ISOLATED) {
      return RuleOutcome.NOTHING;
    }
    Optional<CodeBase> tests =
        app.tests().stream().filter(code -> framework(code.project()).isPresent()).findFirst();
    if (tests.isEmpty()) {
      return RuleOutcome.builder().finding(withoutTests(app)).build();
    }
    Project project = tests.get().project();
    String path = project.pathBeside(FILE);
    if (tests.get().files().stream().anyMatch(file -> file.source().path().equals(path))) {
      return RuleOutcome.builder().finding(isThere(path)).build();
    }
    PayloadTestsModel model =
        new PayloadTestsModel(
            Version.TEXT,
            app.project().name(),
            app.project().assemblyName(),
            project.rootNamespace(),
            framework(project).orElseThrow(),
            payloads(conversion),
            Serializers.areOfBindings(conversion),
            app.hasHttp());
    String text = lineEnd(tests.get()).apply(model.text());
    return RuleOutcome.builder().newFile(new NewFile(path, text, INFO.id())).build();
  }

  /** Only a project of the SDK style compiles a file that nobody lists. */
  private static Optional<Framework> framework(Project project) {
    if (!project.isSdkStyle()) {
      return Optional.empty();
    }
    if (references(project, XUNIT)) {
      return Optional.of(Framework.XUNIT);
    }
    if (references(project, NUNIT)) {
      return Optional.of(Framework.NUNIT);
    }
    return references(project, MSTEST) ? Optional.of(Framework.MSTEST) : Optional.empty();
  }

  private static boolean references(Project project, Set<String> ids) {
    return ids.stream().anyMatch(project::references);
  }

  private static LineEnd lineEnd(CodeBase tests) {
    return tests.files().stream()
        .findFirst()
        .map(file -> file.source().lineEnd())
        .orElse(LineEnd.LF);
  }

  /** Types that the sources declare; a value of an abstract type or an interface has no JSON. */
  private static List<String> payloads(Conversion conversion) {
    return PayloadTypes.of(conversion).stream()
        .flatMap(payload -> name(payload.type(), conversion.app()).stream())
        .toList();
  }

  private static Optional<String> name(String type, FunctionApp app) {
    return Stream.concat(Stream.of(app.code()), app.libraries().stream())
        .filter(code -> code.declared(type).findFirst().filter(PayloadTests::isClass).isPresent())
        .findFirst()
        .map(code -> type + ", " + code.project().assemblyName());
  }

  private static boolean isClass(TypeDeclaration type) {
    return !type.keyword().equals("interface") && !type.hasModifier("abstract");
  }

  private static Diagnostic withoutTests(FunctionApp app) {
    String path = app.project().path();
    return Diagnostic.of(
        Code.NO_PAYLOAD_TESTS,
        Location.ofFile(path),
        "--payload-tests was asked for, and no test project with xunit, NUnit or MSTest references "
            + path,
        "run without --payload-tests, or add a test project of the SDK style that references the"
            + " app");
  }

  private static Diagnostic isThere(String path) {
    return Diagnostic.of(
        Code.NO_PAYLOAD_TESTS,
        Location.ofFile(path),
        "--payload-tests was asked for, and " + path + " is there already",
        "run without --payload-tests, or give the file another name");
  }
}
