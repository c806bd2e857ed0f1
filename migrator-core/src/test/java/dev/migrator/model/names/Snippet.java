package dev.migrator.model.names;

import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project of some snippets, and short texts for what its names mean. */
final class Snippet {
  private static final TypeTables TABLES = TypeTables.load();
  static final List<PackageReference> IN_PROCESS =
      List.of(
          new PackageReference("Microsoft.NET.Sdk.Functions", "4.2.0"),
          new PackageReference("Microsoft.Azure.WebJobs.Extensions.Storage", "5.3.0"));
  static final List<PackageReference> ISOLATED =
      List.of(
          new PackageReference("Microsoft.Azure.Functions.Worker", "2.52.0"),
          new PackageReference("Microsoft.Azure.Functions.Worker.Extensions.Timer", "4.3.1"));

  private final ProjectFacts facts;
  private final NameResolver resolver;

  private Snippet(ProjectFacts facts) {
    this.facts = facts;
    this.resolver = NameResolver.create(facts, TABLES);
  }

  /** An in-process project with one file for each text. */
  static Snippet of(String... texts) {
    return new Snippet(
        ProjectFacts.of(World.IN_PROCESS, parse("Own", texts)).withPackages(IN_PROCESS));
  }

  private static List<CSharpFile> parse(String name, String... texts) {
    List<CSharpFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(ProjectSources.parse(name + files.size() + ".cs", text));
    }
    return files;
  }

  /** The same with a referenced project. */
  Snippet referencing(String... texts) {
    ProjectFacts library =
        ProjectFacts.of(World.IN_PROCESS, parse("Library", texts)).withPackages(IN_PROCESS);
    return new Snippet(facts.withReferences(List.of(library)));
  }

  Snippet withPackages(PackageReference... packages) {
    return new Snippet(facts.withPackages(List.of(packages)));
  }

  Snippet withImplicitUsings() {
    return new Snippet(facts.withUsings(true, List.of()));
  }

  Snippet withUsingItems(UsingItem... items) {
    return new Snippet(facts.withUsings(false, List.of(items)));
  }

  /** As it is compiled after the conversion. */
  Snippet isolated() {
    return new Snippet(facts.inWorld(World.ISOLATED, "net10.0", ISOLATED));
  }

  Snippet on(String targetFramework) {
    return new Snippet(facts.inWorld(facts.world(), targetFramework, facts.packages()));
  }

  NameResolver resolver() {
    return resolver;
  }

  CSharpFile file() {
    return facts.files().get(0);
  }

  /** What the first reference of that text in the first file means; {@code none} without one. */
  String meaning(String text) {
    return resolver
        .references(file())
        .filter(reference -> reference.text().equals(text))
        .map(reference -> describe(reference.resolution()))
        .findFirst()
        .orElse("none");
  }

  /** Kind and meaning of every reference, a line each. */
  List<String> all() {
    return resolver
        .references(file())
        .map(r -> r.kind() + " " + r.text() + " = " + describe(r.resolution()))
        .toList();
  }

  static String describe(Resolution resolution) {
    if (resolution instanceof Resolution.Resolved type) {
      return type.symbol().metadataName() + (type.aliasUsed() ? " by alias" : "");
    }
    if (resolution instanceof Resolution.Unresolved unresolved) {
      String candidates = String.join(", ", unresolved.candidates());
      return (unresolved.reason() + " " + candidates).trim();
    }
    return resolution.toString();
  }

  /** The first node of a type with that text. */
  <T extends SyntaxNode> T first(Class<T> type, String text) {
    return file()
        .root()
        .descendants(type)
        .filter(node -> node.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + text));
  }

  /** What {@code declaredType} says of the first use of a name. */
  String declared(String name) {
    return describe(resolver.declaredType(first(NameExpression.class, name)));
  }

  /** The class of the extension method that a call means. */
  Optional<String> extension(String call) {
    return resolver.extensionClass(first(Invocation.class, call)).map(TypeSymbol::metadataName);
  }

  Constant constant(String expression) {
    return ConstantEvaluator.of(resolver).evaluate(first(Expression.class, expression));
  }

  UsingDirective using(String name) {
    return first(UsingDirective.class, "using " + name + ";");
  }
}
