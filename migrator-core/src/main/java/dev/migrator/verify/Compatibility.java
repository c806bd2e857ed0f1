package dev.migrator.verify;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeExpression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code InProcessCompatibility.cs} of an app supplies, as far as it is registered. */
final class Compatibility {
  static final String CALL = "UseInProcessCompatibility";
  private static final String CONVERTER = "InProcessParameters";
  private static final Set<String> BODY_TYPES =
      Set.of(
          "System.String",
          "System.Byte[]",
          "System.Object",
          "System.IO.Stream",
          "System.IO.TextReader");

  private final List<TypeDeclaration> types;
  private final boolean isDeclared;
  private final boolean isRegistered;

  private Compatibility(List<TypeDeclaration> types, boolean isRegistered) {
    this.types = types;
    this.isDeclared =
        types.stream()
            .flatMap(TypeDeclaration::methods)
            .anyMatch(method -> method.identifier().is(CALL));
    this.isRegistered = isRegistered;
  }

  static Compatibility of(FunctionApp app, AppCalls calls) {
    List<TypeDeclaration> types =
        app.running()
            .map(CodeBase::files)
            .flatMap(List::stream)
            .flatMap(CSharpFile::types)
            .toList();
    return new Compatibility(types, calls.has(CALL));
  }

  /** Whether the app has the file: it was converted and keeps its signatures. */
  boolean isDeclared() {
    return isDeclared;
  }

  /** Whether the converter compares a type with that of a parameter without a binding. */
  boolean supplies(String type) {
    String simpleName = type.substring(type.lastIndexOf('.') + 1);
    return isRegistered
        && types.stream()
            .filter(declared -> declared.identifier().is(CONVERTER))
            .flatMap(converter -> converter.descendants(TypeExpression.class))
            .anyMatch(compared -> compared.type().simpleName().equals(simpleName));
  }

  /** Whether the converter asks the services for a parameter with an attribute. */
  boolean suppliesServices(Optional<TypeSymbol> attribute) {
    return isRegistered
        && attribute.filter(type -> type.simpleName().equals("InjectAttribute")).isPresent()
        && has("InjectedParameters");
  }

  /** Whether the converter makes a parameter with an HTTP trigger of the request. */
  boolean suppliesTrigger(String type) {
    if (type.equals("System.Net.Http.HttpRequestMessage")) {
      return supplies(type);
    }
    return isRegistered && has(BODY_TYPES.contains(type) ? "TriggerBody" : "TriggerObject");
  }

  /** Whether results of HTTP functions become action results. */
  boolean mapsResults() {
    return isRegistered && has("HttpResults");
  }

  private boolean has(String typeName) {
    return types.stream().anyMatch(type -> type.identifier().is(typeName));
  }
}
