package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.KnownUse;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.UsingDirective;
import dev.migrator.syntax.json.JsonFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names what an app uses and what works differently in the worker, or not at all, without an error:
 * the rows of known-uses.tsv (core-model 3, 5, 6, 9, 12); changes nothing.
 */
public final class KnownUses implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0329", "What works differently is named", Step.CODE);

  private static final List<KnownUse> ROWS = KnownUse.load();

  /** A place where a row applies. */
  private record Place(String text, Location at) {
    static Place of(SyntaxNode node) {
      return new Place(node.text().lines().findFirst().orElse(""), node.location());
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    if (app.functions().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (KnownUse row : ROWS) {
      places(row, app).map(place -> finding(row, place)).distinct().forEach(outcome::finding);
    }
    return outcome.build();
  }

  private static Diagnostic finding(KnownUse row, Place place) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        row.severity(),
        place.at(),
        "`" + place.text() + "` " + row.message(),
        row.advice());
  }

  private static Stream<Place> places(KnownUse row, FunctionApp app) {
    return switch (row.kind()) {
      case SETTING ->
          app.localSettings().stream().flatMap(file -> member(file, "Values", row.name())).limit(1);
      case HOST ->
          app.hostJson().stream().flatMap(file -> member(file, row.name().split("\\.", -1)));
      case PROPERTY ->
          app.project().properties().assignments(row.name()).stream()
              .map(assignment -> new Place(row.name(), Location.ofFile(assignment.file().path())))
              .limit(1);
      case FILE -> files(row, app);
      case REPOSITORY ->
          app.repositoryTexts(row.name()).map(text -> new Place(text.text(), text.at()));
      case UNNAMED_FILE -> files(row, app).filter(place -> isUnnamed(place, app));
      case PACKAGE ->
          app.project().packageReference(row.name()).stream()
              .filter(reference -> !isReported(reference))
              .map(KnownUses::place);
      case PACKAGE_WITHOUT -> packageWithout(row, app);
      case USING_WITH ->
          app.project().packageReference(row.first()).stream()
              .flatMap(reference -> app.running())
              .flatMap(code -> inCode(row, code));
      case USING_OF_TESTS -> app.tests().stream().flatMap(code -> inCode(row, code));
      default -> app.running().flatMap(code -> inCode(row, code));
    };
  }

  /** Of a version that stops the conversion another finding speaks (FIN0102). */
  private static boolean isReported(PackageReference reference) {
    return PackageMap.load()
        .find(reference)
        .filter(mapping -> mapping.action() == PackageMapping.Action.REPORT)
        .isPresent();
  }

  private static Stream<Place> packageWithout(KnownUse row, FunctionApp app) {
    return app.project().packageReference(row.first()).stream()
        .filter(
            reference ->
                app.running()
                    .flatMap(code -> code.files().stream())
                    .noneMatch(file -> file.source().text().contains(row.second())))
        .map(KnownUses::place);
  }

  private static Place place(PackageReference reference) {
    return new Place(reference.id(), reference.location());
  }

  private static Stream<Place> member(JsonFile file, String... path) {
    return file.findMember(path).stream()
        .map(member -> new Place(member.name(), file.source().location(member.span().start())));
  }

  private static Stream<Place> files(KnownUse row, FunctionApp app) {
    return app.otherFiles().stream()
        .filter(path -> path.matches(row.name()))
        .map(path -> new Place(path, Location.ofFile(app.project().pathBeside(path))));
  }

  private static boolean isUnnamed(Place file, FunctionApp app) {
    return app.running()
        .flatMap(code -> code.files().stream())
        .flatMap(KnownUses::texts)
        .noneMatch(literal -> literal.stringValue().filter(file.text()::equals).isPresent());
  }

  private static Stream<LiteralExpression> texts(CSharpFile file) {
    return file.root().descendants(LiteralExpression.class);
  }

  private static Stream<Place> inCode(KnownUse row, CodeBase code) {
    return code.files().stream().flatMap(file -> inFile(row, file, code));
  }

  private static Stream<Place> inFile(KnownUse row, CSharpFile file, CodeBase code) {
    return switch (row.kind()) {
      case TYPE -> references(row.name(), file, code).map(Place::of);
      case USING, USING_OF_TESTS, USING_WITH ->
          file.root().usings().stream()
              .filter(UsingDirective::opensNamespace)
              .filter(using -> UsingDirectives.isInside(using.name().dottedName(), row.second()))
              .map(Place::of);
      case ARGUMENT ->
          references(row.second(), file, code)
              .filter(node -> isArgumentOf(row.first(), node))
              .map(Place::of);
      case MEMBER ->
          file.root()
              .descendants(MemberAccess.class)
              .filter(access -> access.name().is(row.second()) && isOf(row.first(), access, code))
              .map(Place::of);
      case CHAIN ->
          file.root()
              .descendants(MemberAccess.class)
              .filter(access -> isChain(access, row.name()))
              .map(Place::of);
      case CALL ->
          file.root()
              .descendants(Invocation.class)
              .filter(call -> isCall(call, row, code))
              .map(Place::of);
      case TEXT ->
          texts(file)
              .filter(text -> text.stringValue().filter(t -> t.startsWith(row.name())).isPresent())
              .map(Place::of);
      case SETTING, HOST, PROPERTY, FILE, UNNAMED_FILE, REPOSITORY, PACKAGE, PACKAGE_WITHOUT ->
          Stream.empty();
    };
  }

  private static Stream<SyntaxNode> references(String type, CSharpFile file, CodeBase code) {
    return code.names()
        .references(file)
        .filter(reference -> reference.kind() != ReferenceKind.CREF)
        .filter(reference -> reference.resolution().is(type))
        .map(NameReference::node)
        .flatMap(node -> node.stream());
  }

  private static boolean isArgumentOf(String method, SyntaxNode type) {
    return type.parent()
        .filter(MemberAccess.class::isInstance)
        .filter(access -> ((MemberAccess) access).name().is(method))
        .isPresent();
  }

  private static boolean isOf(String type, MemberAccess access, CodeBase code) {
    Expression target = access.target().orElse(null);
    return target != null && code.names().resolve(target).is(type)
        || target instanceof NameExpression name && code.names().declaredType(name).is(type);
  }

  private static boolean isChain(MemberAccess access, String names) {
    List<String> chain = Arrays.asList(names.split("\\.", -1));
    return access.name().is(chain.get(1))
        && access.target().orElse(null) instanceof MemberAccess inner
        && inner.name().is(chain.get(0));
  }

  private static boolean isCall(Invocation call, KnownUse row, CodeBase code) {
    return call.target() instanceof MemberAccess access
        && access.name().is(row.second())
        && code.names().extensionClasses(call).stream().anyMatch(type -> type.is(row.first()));
  }
}
