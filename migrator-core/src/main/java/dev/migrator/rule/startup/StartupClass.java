package dev.migrator.rule.startup;

import dev.migrator.model.CodeBase;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class that is a startup class of the in-process host, itself or by a base class of ours.
 *
 * @param code where it is declared
 * @param parts all of a partial class
 * @param base the class of ours that it is derived from, where that is a startup class too
 */
record StartupClass(CodeBase code, List<TypeDeclaration> parts, @Nullable StartupClass base) {
  private static final String TWO = "Microsoft.Azure.WebJobs.Hosting.IWebJobsStartup2";
  private static final Set<String> HOST_BASES =
      Set.of(
          "Microsoft.Azure.Functions.Extensions.DependencyInjection.FunctionsStartup",
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsStartup",
          TWO,
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsConfigurationStartup");

  StartupClass {
    parts = List.copyOf(parts);
  }

  static boolean isHostBase(TypeSyntax base, CodeBase code) {
    return code.names().resolve(base).isAny(HOST_BASES);
  }

  TypeDeclaration type() {
    return parts.get(0);
  }

  String name() {
    return type().identifier().text();
  }

  /** The class and its bases of ours, the class first. */
  Stream<StartupClass> lineage() {
    return Stream.iterate(this, start -> start != null, start -> start.base);
  }

  /** Methods that the host called and that the class itself declares. */
  Stream<MethodDeclaration> methods(StartupPhase phase) {
    return parts.stream()
        .flatMap(TypeDeclaration::methods)
        .filter(method -> StartupPhase.of(method, code.names()).filter(phase::equals).isPresent());
  }

  /** The one that the host called: of {@code IWebJobsStartup2} only the one with the context. */
  Optional<MethodDeclaration> called(StartupPhase phase) {
    List<MethodDeclaration> all = lineage().flatMap(start -> start.methods(phase)).toList();
    boolean withContext = lineage().anyMatch(StartupClass::isStartupTwo);
    return all.stream()
        .filter(method -> !withContext || method.parameterList().parameters().size() == 2)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Both builders of the WebJobs SDK are one type in the worker: two methods would clash. */
  boolean isRenamed(MethodDeclaration method) {
    int count = method.parameterList().parameters().size();
    return StartupPhase.of(method, code.names())
            .filter(StartupPhase.CONFIGURATION::equals)
            .isPresent()
        && method.identifier().is("Configure")
        && lineage()
            .flatMap(start -> start.methods(StartupPhase.SERVICES))
            .anyMatch(other -> other.parameterList().parameters().size() == count);
  }

  /** What Program.cs calls. */
  String nameAfter(MethodDeclaration method) {
    return isRenamed(method) ? "ConfigureAppConfiguration" : method.identifier().text();
  }

  private boolean isStartupTwo() {
    return parts.stream()
        .flatMap(part -> part.baseTypes().stream())
        .anyMatch(type -> code.names().resolve(type).is(TWO));
  }

  /** Whether a base class of ours has a method that this class's method overrides. */
  boolean overridesOurs(StartupPhase phase) {
    return lineage().skip(1).anyMatch(start -> start.methods(phase).findAny().isPresent());
  }

  /** Why Program.cs cannot make one; empty where {@code new} works. */
  Optional<String> obstacle() {
    if (!type().typeParameters().isEmpty() || hasModifier("abstract") || hasModifier("static")) {
      return Optional.of("is generic, abstract or static");
    }
    boolean isHidden =
        type().containingType().isPresent() && !hasModifier("public") && !hasModifier("internal");
    return isHidden ? Optional.of("is hidden in another class") : Optional.empty();
  }

  private boolean hasModifier(String modifier) {
    return parts.stream().anyMatch(part -> part.hasModifier(modifier));
  }

  /** Whether one method can hand something to another in the object. */
  boolean hasState() {
    return lineage()
        .flatMap(start -> start.parts.stream())
        .flatMap(part -> part.members().stream())
        .anyMatch(
            member ->
                (member instanceof FieldDeclaration || member instanceof PropertyDeclaration)
                    && !member.hasModifier("static")
                    && !member.hasModifier("const"));
  }

  /** Whether other assemblies see it. */
  boolean isPublic() {
    return hasModifier("public")
        && type().containingType().map(outer -> outer.hasModifier("public")).orElse(true);
  }

  /** As code of its namespace writes it: {@code Outer.Startup}. */
  String nestedName() {
    String full = type().metadataName().replace('+', '.');
    return type().namespace().isEmpty() ? full : full.substring(type().namespace().length() + 1);
  }
}
