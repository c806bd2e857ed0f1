package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.PackageVersions;
import dev.migrator.model.project.Project;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every rule sees of one app: the snapshot, the user's choices, and facts worked out once. */
public final class Conversion {
  private final FunctionApp app;
  private final Options options;
  private final List<HostTests.LeftOut> leftOutTests;
  private final TypeMap types;
  private final PackageMap packages;
  private final TypeHomes homes;
  private final List<FunctionPlan> plans;
  private final Map<CSharpFile, List<FunctionPlan>> plansOfFile;
  private final List<Function> deadFunctions;
  private final List<TypeDeclaration> unusedAttributes;
  private final boolean hasNameClash;
  private final String generatedNamespace;

  public Conversion(FunctionApp read, Options options, TypeMap types) {
    HostTests hostTests = HostTests.of(read);
    this.app = hostTests.app();
    this.leftOutTests = hostTests.leftOut();
    this.options = options;
    this.types = SuppliedTypes.mapped(app, StartupBuilders.mapped(app, types.with(options.maps())));
    this.packages = PackageMap.load().with(options.maps().packages());
    this.homes = TypeHomes.of(app, this.types);
    this.plans =
        app.functions().stream()
            .filter(function -> function.neverRan().isEmpty())
            .map(function -> FunctionPlan.of(function, app.code()))
            .toList();
    this.plansOfFile =
        plans.stream().collect(Collectors.groupingBy(plan -> plan.function().file()));
    this.deadFunctions =
        app.functions().stream().filter(function -> function.neverRan().isPresent()).toList();
    this.unusedAttributes = OwnAttributes.unused(app);
    String root = GeneratedNamespace.of(app);
    this.hasNameClash = NameClash.isIn(app, root);
    this.generatedNamespace = hasNameClash ? root + ".InProcess" : root;
  }

  public FunctionApp app() {
    return app;
  }

  /** Files of tests that no rule sees, since nothing of them could stay. */
  public List<HostTests.LeftOut> leftOutTests() {
    return leftOutTests;
  }

  public Options options() {
    return options;
  }

  public TypeMap types() {
    return types;
  }

  /** What becomes of packages; entries of the user count before rows of the table. */
  public PackageMap packages() {
    return packages;
  }

  /** The version that is written for a package. */
  public String version(String packageId) {
    return options
        .maps()
        .version(packageId)
        .orElseGet(
            () ->
                PackageVersions.load()
                    .version(packageId, options.targetFramework(), packagesOfApp()));
  }

  /** The same in a project: libraries keep their framework, which may be below that of the app. */
  public String version(String packageId, Project project) {
    boolean isLibrary =
        app.libraries().stream().map(CodeBase::project).anyMatch(project::equals)
            && options.maps().version(packageId).isEmpty();
    Stream<String> frameworks = isLibrary ? project.targetFrameworks().stream() : Stream.empty();
    return frameworks
        .flatMap(own -> PackageVersions.load().find(packageId, own, packagesOfApp()).stream())
        .min(Comparator.comparing(text -> NuGetVersion.parse(text).orElseThrow()))
        .orElseGet(() -> version(packageId));
  }

  private List<PackageReference> packagesOfApp() {
    return app.running().flatMap(code -> code.project().items().packages().stream()).toList();
  }

  /** Whether a rule, or an entry of the user, knows bindings of a kind. */
  public boolean knows(String kind) {
    return BindingTypes.standard().knows(kind) || options.maps().knows(kind);
  }

  /** Which library holds types that are named like types of the host. */
  public TypeHomes homes() {
    return homes;
  }

  /** The namespace of the types of a part. */
  public String namespaceOf(CompatibilityPart part) {
    return homes
        .library(part)
        .map(library -> GeneratedNamespace.legal(library.project().rootNamespace()))
        .orElseGet(this::generatedNamespace);
  }

  /** One for each function that can run, in order. */
  public List<FunctionPlan> plans() {
    return plans;
  }

  /** Methods with the name of a function that the in-process host never started. */
  public List<Function> deadFunctions() {
    return deadFunctions;
  }

  /**
   * Attributes that such a method loses: its name, and its outputs, which the worker's attributes
   * cannot name on a parameter or a result (CS0592).
   */
  public static List<Attribute> deadAttributes(Function function) {
    return Stream.concat(
            Stream.of(function.nameAttribute()),
            function.outputs().stream()
                .filter(output -> !output.isMapped())
                .flatMap(output -> output.attribute().stream()))
        .toList();
  }

  /** Attribute classes derived from one of a binding that no code names: they go. */
  public List<TypeDeclaration> unusedAttributes() {
    return unusedAttributes;
  }

  /** Whether a place lies in attribute lists that move to an adapter, or in text that goes. */
  public boolean moves(CSharpFile file, Span place) {
    return plansOfFile.getOrDefault(file, List.of()).stream().anyMatch(plan -> plan.moves(place))
        || unusedAttributes.stream()
            .anyMatch(type -> type.file().equals(file) && type.span().contains(place))
        || deadFunctions.stream()
            .flatMap(function -> deadAttributes(function).stream())
            .anyMatch(a -> a.file().equals(file) && a.span().contains(place));
  }

  /**
   * Namespace of Program.cs and of the compatibility file: one of their own where names of the app
   * would hide what they mean.
   */
  public String generatedNamespace() {
    return generatedNamespace;
  }

  /** Whether the generated files have a namespace of their own. */
  public boolean hasNameClash() {
    return hasNameClash;
  }
}
