package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters of an app: types that the in-process host called around functions. */
public final class FilterTypes {
  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Host.";
  private static final String ANY = NAMESPACE + "IFunctionFilter";
  private static final String SIGNALR =
      "Microsoft.Azure.WebJobs.Extensions.SignalRService.SignalRFilterAttribute";
  private static final Set<String> AROUND_CALLS =
      Set.of(
          NAMESPACE + "IFunctionInvocationFilter",
          NAMESPACE + "FunctionInvocationFilterAttribute",
          SIGNALR);
  private static final Set<String> FOR_EXCEPTIONS =
      Set.of(
          NAMESPACE + "IFunctionExceptionFilter", NAMESPACE + "FunctionExceptionFilterAttribute");

  private static final Set<String> CONTEXTS =
      Set.of(
          NAMESPACE + "FunctionExecutingContext",
          NAMESPACE + "FunctionExecutedContext",
          NAMESPACE + "FunctionInvocationContext",
          NAMESPACE + "Executors.FunctionResult");

  private final CodeBase code;
  private final Map<String, List<TypeDeclaration>> declared = new LinkedHashMap<>();
  private final Map<String, List<String>> bases = new LinkedHashMap<>();
  private final boolean areServices;
  private final Set<String> named;

  private FilterTypes(FunctionApp app) {
    this.code = app.code();
    app.running().forEach(this::declaredIn);
    this.areServices = app.running().anyMatch(FilterTypes::namesService);
    this.named =
        app.codeBases().stream()
            .flatMap(FilterTypes::references)
            .flatMap(reference -> reference.resolution().type().stream())
            .map(TypeSymbol::metadataName)
            .filter(name -> name.startsWith(NAMESPACE) || name.equals(SIGNALR))
            .collect(Collectors.toSet());
  }

  public static FilterTypes of(FunctionApp app) {
    return new FilterTypes(app);
  }

  private void declaredIn(CodeBase project) {
    project.files().stream()
        .flatMap(file -> file.types())
        .forEach(
            type -> {
              String name = type.metadataName();
              declared.computeIfAbsent(name, key -> new ArrayList<>()).add(type);
              type.baseTypes().stream()
                  .map(project.names()::resolve)
                  .flatMap(resolution -> resolution.type().stream())
                  .map(TypeSymbol::metadataName)
                  .forEach(base -> bases.computeIfAbsent(name, key -> new ArrayList<>()).add(base));
            });
  }

  /** As the service that the host asked for; a base type is not one yet. */
  private static boolean namesService(CodeBase project) {
    return references(project)
        .filter(reference -> reference.kind() != ReferenceKind.BASE)
        .map(NameReference::resolution)
        .anyMatch(resolution -> resolution.is(ANY));
  }

  private static Stream<NameReference> references(CodeBase project) {
    return project.files().stream().flatMap(file -> project.names().references(file));
  }

  /** Whether the app names a type of filters for exceptions. */
  public boolean nameExceptions() {
    return named.contains(NAMESPACE + "FunctionExceptionContext")
        || named.stream().anyMatch(FOR_EXCEPTIONS::contains);
  }

  /** Whether the app names a type of filters around calls, or of none in particular. */
  public boolean nameCalls() {
    return !nameExceptions()
        || named.stream().anyMatch(AROUND_CALLS::contains)
        || named.stream().anyMatch(CONTEXTS::contains);
  }

  /** Those called around a call, each with all its parts. */
  public Stream<TypeDeclaration> aroundCalls() {
    return declarations(AROUND_CALLS);
  }

  /** Those that decide by the message of a SignalR trigger whether a function runs. */
  public Stream<TypeDeclaration> ofSignalR() {
    return declarations(Set.of(SIGNALR));
  }

  /** Those called with an exception, each with all its parts. */
  public Stream<TypeDeclaration> forExceptions() {
    return declarations(FOR_EXCEPTIONS);
  }

  private Stream<TypeDeclaration> declarations(Set<String> roots) {
    return declared.entrySet().stream()
        .filter(entry -> derives(entry.getKey(), roots))
        .flatMap(entry -> entry.getValue().stream());
  }

  /** Whether the host called a filter around a function. */
  public boolean areAround(Function function) {
    return areServices
        || isOwn(function)
        || Stream.concat(
                function.method().attributes(),
                classParts(function).flatMap(TypeDeclaration::attributes))
            .map(attribute -> code.names().resolveAttribute(attribute))
            .anyMatch(this::isFilter);
  }

  /** Whether the object of a function is a filter itself. */
  public boolean isOwn(Function function) {
    return !function.method().hasModifier("static")
        && classParts(function).anyMatch(type -> derives(type.metadataName()));
  }

  private Stream<TypeDeclaration> classParts(Function function) {
    return function.method().containingType().stream().flatMap(type -> code.parts(type).stream());
  }

  private boolean isFilter(Resolution resolution) {
    return resolution.type().map(TypeSymbol::metadataName).filter(this::derives).isPresent();
  }

  private boolean derives(String name) {
    return derives(name, AROUND_CALLS) || derives(name, FOR_EXCEPTIONS);
  }

  /** A class that is its own base does not compile, so this ends. */
  private boolean derives(String name, Set<String> roots) {
    return bases.getOrDefault(name, List.of()).stream()
        .anyMatch(base -> roots.contains(base) || !base.equals(name) && derives(base, roots));
  }
}
