package dev.migrator.model;

import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the trigger of SignalR takes from its surroundings: in a class derived from {@code
 * ServerlessHub} hub and event from the names of class and method, elsewhere the arguments of the
 * client from parameters with {@code [SignalRParameter]} (bindings 1.8).
 */
final class HubTrigger {
  static final String KIND = "signalRTrigger";

  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Extensions.SignalRService.";
  private static final Set<String> HUBS =
      Set.of(NAMESPACE + "ServerlessHub", NAMESPACE + "ServerlessHub`1");

  /** Types whose parameters are no arguments of the client; the host asks whether they fit. */
  private static final Set<String> OF_THE_HOST =
      Set.of(
          "Microsoft.Extensions.Logging.ILogger",
          "System.Threading.CancellationToken",
          "System.Object");

  private static final int DEPTH = 20;

  private final FunctionSite site;
  private final Predicate<TypeSymbol> isBinding;

  /**
   * Of one function.
   *
   * @param isBinding whether an attribute is a binding
   */
  HubTrigger(FunctionSite site, Predicate<TypeSymbol> isBinding) {
    this.site = site;
    this.isBinding = isBinding;
  }

  /** Properties that the attribute itself does not say. */
  List<RawValue> values(AttributeUse trigger) {
    Optional<TypeDeclaration> hub =
        site.method().containingType().filter(type -> isHub(site.types().parts(type), 0));
    if (hub.isPresent()) {
      return trigger.arguments().isEmpty() ? ofClass(hub.get()) : List.of();
    }
    List<String> named = names(this::isMarked);
    return named.isEmpty() ? List.of() : List.of(new RawValue("parameterNames", named));
  }

  private List<RawValue> ofClass(TypeDeclaration hub) {
    String method = site.method().identifier().identifier();
    Optional<String> connection = event(method);
    List<RawValue> values = new ArrayList<>();
    values.add(new RawValue("hubName", hub.identifier().identifier()));
    values.add(new RawValue("category", connection.isPresent() ? "connections" : "messages"));
    values.add(new RawValue("event", connection.orElse(method)));
    values.add(new RawValue("parameterNames", names(this::isOfClient)));
    site.classAttributes().stream()
        .filter(attribute -> attribute.isOneOf("SignalRConnectionAttribute"))
        .flatMap(attribute -> attribute.firstArgument().stream())
        .map(setting -> new RawValue("connectionStringSetting", setting))
        .forEach(values::add);
    return values;
  }

  private static Optional<String> event(String method) {
    return Stream.of("connected", "disconnected")
        .filter(event -> method.equalsIgnoreCase("On" + event))
        .findFirst();
  }

  private boolean isHub(List<TypeDeclaration> parts, int depth) {
    return depth < DEPTH
        && parts.stream()
            .flatMap(part -> part.baseTypes().stream())
            .flatMap(base -> site.types().symbol(base).stream())
            .anyMatch(
                base ->
                    HUBS.contains(base.metadataName())
                        || base.isDeclared() && isHub(site.types().declarations(base), depth + 1));
  }

  private List<String> names(Predicate<Parameter> isOne) {
    return site.parameters().stream()
        .filter(isOne)
        .map(parameter -> parameter.identifier().identifier())
        .toList();
  }

  private boolean isMarked(Parameter parameter) {
    return site.reader().readAll(parameter.attributes()).stream()
        .anyMatch(attribute -> attribute.isOneOf("SignalRParameterAttribute"));
  }

  private boolean isOfClient(Parameter parameter) {
    boolean isOfHost =
        parameter.type().flatMap(site.types()::name).filter(OF_THE_HOST::contains).isPresent();
    return !isOfHost
        && site.reader().readAll(parameter.attributes()).stream()
            .noneMatch(
                attribute ->
                    attribute.isOneOf("SignalRIgnoreAttribute")
                        || isBinding.test(attribute.type()));
  }
}
