package dev.migrator.model;

import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.contract.BindingCatalog.ConstructorArgument;
import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.model.contract.BindingCatalog.Shape;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function of the isolated model: {@code [Function]}, binding attributes on parameters, output
 * attributes on the method or on properties of its result; used once.
 */
final class IsolatedFunction {
  private static final String WORKER = "Microsoft.Azure.Functions.Worker.";
  private static final String ABSTRACTIONS = WORKER + "Extensions.Abstractions.";
  private static final String HTTP_RESPONSE = WORKER + "Http.HttpResponseData";
  private static final Set<String> OUTPUT_BASE = Set.of(ABSTRACTIONS + "OutputBindingAttribute");
  private static final Set<String> INPUT_BASES =
      Set.of(
          ABSTRACTIONS + "InputBindingAttribute",
          ABSTRACTIONS + "TriggerBindingAttribute",
          ABSTRACTIONS + "BindingAttribute");

  private final FunctionSite site;
  private final List<Binding> bindings = new ArrayList<>();

  IsolatedFunction(FunctionSite site) {
    this.site = site;
  }

  private enum Role {
    INPUT,
    OUTPUT,
    NONE
  }

  Function read() {
    site.method()
        .containingType()
        .flatMap(TypeDeclaration::containingType)
        .ifPresent(
            outer ->
                site.problem(
                    "functions in a nested class are skipped by the worker's build task and listed"
                        + " with another entry point by its source generator"));
    for (Parameter parameter : site.parameters()) {
      for (AttributeUse attribute : site.readNoting(parameter.attributes())) {
        addInput(attribute, parameter);
      }
    }
    addOutputs();
    return site.build(bindings);
  }

  private void addInput(AttributeUse attribute, Parameter parameter) {
    String name = parameter.identifier().identifier();
    if (role(attribute.type()) == Role.INPUT) {
      parameter.type().ifPresent(type -> bindings.add(input(attribute, name, type)));
    } else if (attribute.type().metadataName().startsWith("Microsoft.Azure.WebJobs.")) {
      site.problem(
          "in-process attribute "
              + attribute.type().metadataName()
              + " on "
              + name
              + " is ignored by the worker");
    }
  }

  private Binding input(AttributeUse attribute, String name, TypeSyntax type) {
    String kind = kind(attribute.type());
    for (ConstructorArgument argument : attribute.arguments()) {
      if (argument.shape() == Shape.NULL) {
        site.problem(
            kind
                + " on "
                + name
                + ": a constructor argument is null, a build error (AZFW0013) with the worker's"
                + " source generator");
      }
    }
    List<RawValue> extra =
        site.catalog().batchedByDefault(kind).stream()
            .map(byDefault -> cardinality(attribute, kind, name, type, byDefault))
            .map(value -> new RawValue("cardinality", value))
            .toList();
    return site.bind(attribute, kind, Direction.IN, name, Optional.of(type), extra);
  }

  private Object cardinality(
      AttributeUse attribute, String kind, String name, TypeSyntax type, boolean byDefault) {
    Object batched = attribute.named("IsBatched").orElse(byDefault);
    if (batched instanceof UnresolvedValue) {
      return batched;
    }
    String cardinality = batched.equals(true) ? "many" : "one";
    if (isOfSystem(type)
        && site.isCollection(type).filter(many -> !batched.equals(many)).isPresent()) {
      site.problem(
          kind
              + " on "
              + name
              + ": cardinality is "
              + cardinality
              + " but the parameter is "
              + site.types().full(type).orElseGet(type::text));
    }
    return cardinality;
  }

  private boolean isOfSystem(TypeSyntax type) {
    return TypeNames.bare(type).kind() == SyntaxKind.ARRAY_TYPE
        || site.types().name(type).filter(name -> name.startsWith("System.")).isPresent();
  }

  private void addOutputs() {
    site.noteUnresolvedOutputs(FunctionSite.attributesOfMethod(site.method()));
    List<AttributeUse> onMethod =
        site.methodAttributes().stream().filter(a -> role(a.type()) == Role.OUTPUT).toList();
    boolean isHttp = bindings.stream().anyMatch(binding -> binding.kind().equals("httpTrigger"));
    if (!onMethod.isEmpty()) {
      onMethod.forEach(a -> bindings.add(output(a, Binding.RETURN, site.result())));
      reportOutputsOnMethod(onMethod.size(), isHttp);
      return;
    }
    Optional<TypeSyntax> result = site.result();
    if (result.isEmpty()) {
      return;
    }
    int before = bindings.size();
    boolean isResponse = site.types().is(result.get(), HTTP_RESPONSE);
    if (!isResponse) {
      site.types()
          .symbol(result.get())
          .filter(TypeSymbol::isDeclared)
          .ifPresent(this::addFromProperties);
    }
    if (isResponse || isHttp && bindings.size() == before) {
      bindings.add(site.httpResponse(Binding.RETURN, result.get()));
    }
  }

  private void reportOutputsOnMethod(int count, boolean isHttp) {
    if (count > 1) {
      site.problem("more than one output attribute on the method (AZFW0005)");
    }
    if (isHttp) {
      site.problem(
          "an output attribute on the method of an HTTP function: the HTTP response is lost");
    }
  }

  private void addFromProperties(TypeSymbol model) {
    for (ResultProperty property : properties(model)) {
      site.noteUnresolvedOutputs(property.attributes().stream());
      List<AttributeUse> attributes = site.reader().readAll(property.attributes().stream());
      boolean isResponse =
          site.types().is(property.type(), HTTP_RESPONSE)
              || attributes.stream().anyMatch(a -> a.isOneOf("HttpResultAttribute"));
      if (isResponse) {
        bindings.add(site.httpResponse(property.name(), property.type()));
        continue;
      }
      attributes.stream()
          .filter(attribute -> role(attribute.type()) == Role.OUTPUT)
          .map(a -> output(a, property.name(), Optional.of(property.type())))
          .forEach(bindings::add);
    }
    bases(model, 0).forEach(this::reportOutputsOfBase);
  }

  /** A property of the result, also one that a record's parameter makes. */
  private record ResultProperty(String name, TypeSyntax type, List<Attribute> attributes) {}

  private List<ResultProperty> properties(TypeSymbol model) {
    List<ResultProperty> all = new ArrayList<>();
    for (TypeDeclaration part : site.types().declarations(model)) {
      if (part.keyword().startsWith("record")) {
        part.parameterList().stream()
            .flatMap(list -> list.parameters().stream())
            .forEach(parameter -> ofParameter(parameter).ifPresent(all::add));
      }
      part.members().stream()
          .filter(PropertyDeclaration.class::isInstance)
          .map(PropertyDeclaration.class::cast)
          .map(
              property ->
                  new ResultProperty(
                      property.identifier().identifier(),
                      property.type(),
                      property.attributes().toList()))
          .forEach(all::add);
    }
    return all;
  }

  private static Optional<ResultProperty> ofParameter(Parameter parameter) {
    List<Attribute> attributes =
        parameter
            .attributes()
            .filter(a -> a.list().target().filter(target -> target.is("property")).isPresent())
            .toList();
    return parameter
        .type()
        .map(type -> new ResultProperty(parameter.identifier().identifier(), type, attributes));
  }

  private Stream<TypeSymbol> bases(TypeSymbol type, int depth) {
    return depth > 20
        ? Stream.empty()
        : site.types().declarations(type).stream()
            .flatMap(part -> part.baseTypes().stream())
            .flatMap(base -> site.types().symbol(base).stream())
            .filter(TypeSymbol::isDeclared)
            .flatMap(base -> Stream.concat(Stream.of(base), bases(base, depth + 1)));
  }

  private void reportOutputsOfBase(TypeSymbol base) {
    for (ResultProperty property : properties(base)) {
      if (site.reader().readAll(property.attributes().stream()).stream()
          .anyMatch(attribute -> role(attribute.type()) == Role.OUTPUT)) {
        site.problem(
            "output attribute on "
                + base.metadataName()
                + "."
                + property.name()
                + ", a base class of the result, is not seen by the worker's generator");
      }
    }
  }

  private Binding output(AttributeUse attribute, String name, Optional<TypeSyntax> type) {
    return site.bind(attribute, kind(attribute.type()), Direction.OUT, name, type, List.of());
  }

  /**
   * By the attribute's name; one of the project itself never takes the place of a known kind, but
   * for the one that no package has.
   */
  private String kind(TypeSymbol type) {
    Optional<MappedAttribute> mapped = site.maps().workerAttribute(type.metadataName());
    if (mapped.isPresent()) {
      return mapped.get().kind();
    }
    String kind = site.catalog().kind(type.simpleName(), ProgrammingModel.ISOLATED);
    boolean isForeign = type.isDeclared() && !type.metadataName().startsWith(WORKER);
    boolean isTaken = site.catalog().knows(kind) && !kind.equals(Binding.MANUAL);
    return isForeign && isTaken ? type.metadataName() : kind;
  }

  private Role role(TypeSymbol type) {
    return site.maps()
        .workerAttribute(type.metadataName())
        .map(mapped -> mapped.isOutput(type.metadataName()) ? Role.OUTPUT : Role.INPUT)
        .orElseGet(() -> role(type, 0));
  }

  /** By its name if it is the vendor's, else by what it derives from. */
  private Role role(TypeSymbol type, int depth) {
    Role named = roleByName(type.metadataName());
    return named != Role.NONE || depth > 20
        ? named
        : site.types().declarations(type).stream()
            .flatMap(part -> part.baseTypes().stream())
            .flatMap(base -> site.types().symbol(base).stream())
            .map(base -> role(base, depth + 1))
            .filter(role -> role != Role.NONE)
            .findFirst()
            .orElse(Role.NONE);
  }

  private static Role roleByName(String name) {
    if (OUTPUT_BASE.contains(name)) {
      return Role.OUTPUT;
    }
    if (INPUT_BASES.contains(name)) {
      return Role.INPUT;
    }
    if (!name.startsWith(WORKER) || name.startsWith(ABSTRACTIONS)) {
      return Role.NONE;
    }
    if (name.endsWith("OutputAttribute")) {
      return Role.OUTPUT;
    }
    return Stream.of(
                "TriggerAttribute", "InputAttribute", ".WarmupTrigger", ".DurableClientAttribute")
            .anyMatch(name::endsWith)
        ? Role.INPUT
        : Role.NONE;
  }
}
