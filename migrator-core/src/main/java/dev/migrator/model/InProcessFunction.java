package dev.migrator.model;

import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.model.contract.BindingCatalog.Shape;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function of the in-process model: {@code [FunctionName]}, and binding attributes of WebJobs on
 * parameters and the return value; used once.
 */
final class InProcessFunction {
  private static final String TEXT = "System.String";
  private static final String WEB_JOBS = "Microsoft.Azure.WebJobs.";
  private static final String BINDING_MARKER =
      "Microsoft.Azure.WebJobs.Description.BindingAttribute";

  /** Attributes of WebJobs that are no bindings, where they stand in its main namespace. */
  private static final Set<String> NO_BINDINGS =
      Set.of(
          "AllowArmWebhookAccessAttribute",
          "ConnectionProviderAttribute",
          "DeterministicAttribute",
          "DisableAttribute",
          "ExponentialBackoffRetryAttribute",
          "FixedDelayRetryAttribute",
          "FunctionNameAttribute",
          "NoAutomaticTriggerAttribute",
          "RetryAttribute",
          "ServiceBusAccountAttribute",
          "SignalRConnectionAttribute",
          "SignalRFilterAttribute",
          "SignalRIgnoreAttribute",
          "SignalRParameterAttribute",
          "SingletonAttribute",
          "SocketIOParameterAttribute",
          "StorageAccountAttribute",
          "TimeoutAttribute");

  private static final List<String> OTHER_NAMESPACES =
      List.of(
          WEB_JOBS + "Description.",
          WEB_JOBS + "Host.",
          WEB_JOBS + "Hosting.",
          WEB_JOBS + "Extensions.OpenApi.");

  /** Parameter types that write when the attribute itself serves for reading and writing. */
  private static final Set<String> WRITERS =
      Set.of(
          "Microsoft.Azure.WebJobs.ICollector`1",
          "Microsoft.Azure.WebJobs.IAsyncCollector`1",
          "System.IO.TextWriter",
          "Microsoft.WindowsAzure.Storage.Blob.CloudBlobStream",
          "Microsoft.Azure.Storage.Blob.CloudBlobStream");

  /** Client objects: the direction is decided in the method body. */
  private static final List<String> CLIENT_SUFFIXES =
      List.of(
          "Client",
          "CloudTable",
          "ICloudBlob",
          "CloudBlockBlob",
          "CloudPageBlob",
          "CloudAppendBlob",
          "CloudBlob",
          "CloudBlobContainer",
          "CloudBlobDirectory",
          "CloudQueue",
          "MessageSender",
          "ServiceBusSender");

  private static final Set<String> BINDERS =
      Set.of("Microsoft.Azure.WebJobs.IBinder", "Microsoft.Azure.WebJobs.Binder");

  private final HostValues host;
  private final FunctionSite site;
  private final List<AttributeUse> onParameters = new ArrayList<>();
  private final List<Binding> bindings = new ArrayList<>();

  InProcessFunction(FunctionSite site, HostValues host) {
    this.site = site;
    this.host = host;
  }

  Function read() {
    if (site.method().containingType().flatMap(TypeDeclaration::containingType).isPresent()) {
      site.problem("functions in a nested class are skipped by the in-process generator");
    }
    for (Parameter parameter : site.parameters()) {
      List<AttributeUse> attributes = site.readNoting(parameter.attributes());
      onParameters.addAll(attributes);
      parameter
          .type()
          .ifPresent(
              type ->
                  addAll(
                      attributes,
                      parameter.identifier().identifier(),
                      type,
                      isByReference(parameter)));
    }
    addReturnValue();
    manualTrigger();
    addHttpResponse();
    readFacts();
    return site.build(bindings);
  }

  private static boolean isByReference(Parameter parameter) {
    return Stream.of("out", "ref", "in").anyMatch(parameter::hasModifier);
  }

  private void addReturnValue() {
    List<AttributeUse> attributes = site.readNoting(site.attributesOfReturnValue());
    onParameters.addAll(attributes);
    addAll(attributes, Binding.RETURN, site.method().returnType(), false);
  }

  private void addAll(
      List<AttributeUse> attributes, String name, TypeSyntax type, boolean isByReference) {
    attributes.stream()
        .filter(attribute -> isBinding(attribute.type()))
        .map(attribute -> bind(attribute, attributes, name, type, isByReference))
        .forEach(bindings::add);
  }

  private Binding bind(
      AttributeUse attribute,
      List<AttributeUse> neighbours,
      String name,
      TypeSyntax type,
      boolean isByReference) {
    String kind = kind(attribute.type());
    List<RawValue> extra = new ArrayList<>();
    if (attribute.named("Connection").filter(value -> !value.equals("")).isEmpty()) {
      account(kind, neighbours).ifPresent(value -> extra.add(new RawValue("connection", value)));
    }
    if (site.catalog().batchedByDefault(kind).isPresent()) {
      extra.add(new RawValue("cardinality", cardinality(type)));
    }
    if (kind.equals("cosmosDBTrigger")
        && attribute.named("LeaseCollectionPrefix").isEmpty()
        && attribute.named("LeaseContainerPrefix").isEmpty()) {
      host.leasePrefix()
          .ifPresent(prefix -> extra.add(new RawValue("leaseContainerPrefix", prefix)));
    }
    if (kind.equals(HubTrigger.KIND)) {
      extra.addAll(new HubTrigger(site, this::isBinding).values(attribute));
    }
    Direction direction = direction(attribute, kind, name, type, isByReference);
    return site.bind(attribute, kind, direction, name, Optional.of(type), extra);
  }

  private Object cardinality(TypeSyntax type) {
    return site.isCollection(type)
        .<Object>map(many -> many ? "many" : "one")
        .orElseGet(() -> UnresolvedValue.of(type));
  }

  /** By the attribute's name; one of the project itself never takes the place of a known kind. */
  private String kind(TypeSymbol type) {
    Optional<MappedAttribute> mapped = site.maps().attribute(type.metadataName());
    if (mapped.isPresent()) {
      return mapped.get().kind();
    }
    String kind = site.catalog().kind(type.simpleName(), ProgrammingModel.IN_PROCESS);
    boolean isForeign = type.isDeclared() && !type.metadataName().startsWith(WEB_JOBS);
    return isForeign && site.catalog().knows(kind) ? type.metadataName() : kind;
  }

  private Direction direction(
      AttributeUse attribute, String kind, String name, TypeSyntax type, boolean isByReference) {
    Optional<Direction> told =
        site.maps().attribute(attribute.type().metadataName()).flatMap(MappedAttribute::direction);
    if (told.isPresent()) {
      return told.get();
    }
    String access = access(attribute, kind);
    if (kind.endsWith("Trigger") || access.equals("read")) {
      return Direction.IN;
    }
    String typeName = site.types().name(type).orElse("");
    if (name.equals(Binding.RETURN) || isByReference || WRITERS.contains(typeName)) {
      return Direction.OUT;
    }
    // A client is handed over whatever the access; that tells whether the container is made.
    boolean isClient =
        !kind.equals("durableClient") && CLIENT_SUFFIXES.stream().anyMatch(typeName::endsWith);
    if (isClient || access.equals("readWrite")) {
      return Direction.INOUT;
    }
    return access.equals("write") ? Direction.OUT : Direction.IN;
  }

  private static String access(AttributeUse attribute, String kind) {
    Optional<Object> positional =
        attribute.arguments().stream()
            .filter(argument -> kind.equals("blob") && argument.shape() == Shape.SCALAR)
            .findFirst()
            .flatMap(argument -> Optional.ofNullable(argument.value()));
    return attribute.named("Access").or(() -> positional).map(Object::toString).orElse("");
  }

  private boolean isBinding(TypeSymbol type) {
    return site.maps().attribute(type.metadataName()).isPresent()
        || (type.isDeclared() ? isOwnBinding(type, 0) : isWebJobsBinding(type.metadataName()));
  }

  private static boolean isWebJobsBinding(String metadataName) {
    String simple = metadataName.substring(metadataName.lastIndexOf('.') + 1);
    return metadataName.startsWith(WEB_JOBS)
        && OTHER_NAMESPACES.stream().noneMatch(metadataName::startsWith)
        && !NO_BINDINGS.contains(simple);
  }

  /** An attribute of the project that carries {@code [Binding]} or derives from a binding. */
  private boolean isOwnBinding(TypeSymbol type, int depth) {
    List<TypeDeclaration> parts = site.types().declarations(type);
    boolean isMarked =
        site.reader().readAll(parts.stream().flatMap(TypeDeclaration::attributes)).stream()
            .anyMatch(attribute -> attribute.type().is(BINDING_MARKER));
    return isMarked
        || depth < 20
            && parts.stream()
                .flatMap(part -> part.baseTypes().stream())
                .flatMap(base -> site.types().symbol(base).stream())
                .anyMatch(
                    base ->
                        base.isDeclared()
                            ? isOwnBinding(base, depth + 1)
                            : isWebJobsBinding(base.metadataName()));
  }

  /** The connection of {@code [StorageAccount]} or the like on parameter, method or class. */
  private Optional<Object> account(String kind, List<AttributeUse> neighbours) {
    Optional<String> wanted = site.catalog().accountAttribute(kind);
    return wanted.flatMap(
        name ->
            Stream.of(neighbours, site.methodAttributes(), site.classAttributes())
                .flatMap(List::stream)
                .filter(attribute -> attribute.type().is(name))
                .findFirst()
                .flatMap(AttributeUse::firstArgument));
  }

  private void manualTrigger() {
    site.methodAttributes().stream()
        .filter(attribute -> attribute.isOneOf("NoAutomaticTriggerAttribute"))
        .findFirst()
        .ifPresent(
            attribute -> {
              String name = bindings.isEmpty() ? nameOfText() : "";
              bindings.clear();
              bindings.add(
                  new Binding(
                      Binding.MANUAL,
                      Direction.IN,
                      name,
                      name.isEmpty() ? Optional.empty() : Optional.of(TEXT),
                      new TreeMap<>(),
                      Optional.of(attribute.syntax()),
                      attribute.type().metadataName(),
                      TableRow.PLAIN,
                      false));
            });
  }

  /** The first text of a function is what a person gives it; empty where there is none. */
  private String nameOfText() {
    return site.parameters().stream()
        .filter(parameter -> parameter.attributes().findAny().isEmpty())
        .filter(
            parameter ->
                parameter.type().flatMap(site.types()::full).filter(TEXT::equals).isPresent())
        .map(parameter -> parameter.identifier().identifier())
        .findFirst()
        .orElse("");
  }

  private void addHttpResponse() {
    boolean isHttp = bindings.stream().anyMatch(binding -> binding.kind().equals("httpTrigger"));
    if (isHttp && bindings.stream().noneMatch(Binding::isReturn)) {
      site.result().ifPresent(result -> bindings.add(site.httpResponse(Binding.RETURN, result)));
    }
  }

  private void readFacts() {
    List<AttributeUse> around =
        Stream.of(onParameters, site.methodAttributes(), site.classAttributes())
            .flatMap(List::stream)
            .toList();
    around.stream()
        .filter(attribute -> attribute.isOneOf("DisableAttribute"))
        .findFirst()
        .ifPresent(attribute -> site.fact("disabled", attribute.firstArgument().orElse(true)));
    around.stream()
        .filter(attribute -> attribute.isOneOf("SingletonAttribute", "TimeoutAttribute"))
        .forEach(attribute -> site.fact(kind(attribute.type()), joined(attribute)));
    List<String> binders =
        site.parameters().stream()
            .filter(p -> p.type().flatMap(site.types()::name).filter(BINDERS::contains).isPresent())
            .map(parameter -> parameter.identifier().identifier())
            .toList();
    if (!binders.isEmpty()) {
      site.fact("binder", String.join(" ", binders));
    }
  }

  /** A singleton's scope is an optional argument, which the compiler writes into the app. */
  private static Object joined(AttributeUse attribute) {
    List<Object> values =
        attribute
            .values()
            .map(value -> value == null ? (Object) "" : value)
            .collect(Collectors.toCollection(ArrayList::new));
    if (attribute.isOneOf("SingletonAttribute") && attribute.arguments().size() == 1) {
      values.add(1, "function");
    }
    return FunctionSite.text(
        values, values.stream().map(FunctionSite::plain).collect(Collectors.joining(" ")));
  }
}
