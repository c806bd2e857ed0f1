package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Need;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The constructor by which a hub gets its services: the one that it has, with a parameter more, or
 * a new one in front of its members.
 */
final class HubConstructor {
  private static final String PROVIDER = "System.IServiceProvider";

  private final List<TypeDeclaration> parts;
  private final CodeBase code;
  private final String ruleId;
  private final List<ConstructorDeclaration> constructors;

  HubConstructor(List<TypeDeclaration> parts, CodeBase code, String ruleId) {
    this.parts = parts;
    this.code = code;
    this.ruleId = ruleId;
    this.constructors =
        members()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .filter(constructor -> !constructor.hasModifier("static"))
            .toList();
  }

  private Stream<MemberDeclaration> members() {
    return parts.stream().flatMap(part -> part.members().stream());
  }

  /** Why no constructor can be told or written. */
  Optional<String> obstacle() {
    if (parts.stream().anyMatch(part -> part.parameterList().isPresent())) {
      return Optional.of("has a primary constructor");
    }
    if (constructors.size() > 1) {
      return Optional.of("has several constructors");
    }
    return constructors.stream()
        .flatMap(constructor -> constructor.initializerArguments().stream())
        .filter(arguments -> !arguments.arguments().isEmpty())
        .map(arguments -> "hands `" + arguments.text() + "` to its base")
        .findFirst();
  }

  void write(RuleOutcome.Builder outcome) {
    if (constructors.isEmpty()) {
      created(parts.get(0), outcome);
    } else {
      extended(constructors.get(0), outcome);
    }
  }

  private void created(TypeDeclaration hub, RuleOutcome.Builder outcome) {
    SourceFile source = hub.file().source();
    int open = hub.openBrace().orElseThrow().span().end();
    int next = source.nextLineStart(open);
    String head =
        "public "
            + hub.identifier().text()
            + "("
            + provider(hub, outcome)
            + " serviceProvider) : base(serviceProvider)";
    boolean isOneLine = !source.text().substring(open, next).isBlank();
    if (isOneLine) {
      outcome.edit(Edit.insert(source.path(), open, " " + head + " { }", ruleId));
      return;
    }
    String end = source.lineEnd().text();
    String inner =
        hub.members().stream()
            .findFirst()
            .map(member -> source.indentation(member.span().start()))
            .orElseGet(() -> source.indentation(hub.span().start()) + "    ");
    String text =
        inner + head + end + inner + "{" + end + inner + "}" + end + (isEmpty(hub) ? "" : end);
    outcome.edit(Edit.insert(source.path(), next, text, ruleId));
  }

  private static boolean isEmpty(TypeDeclaration hub) {
    return hub.members().isEmpty();
  }

  private void extended(ConstructorDeclaration constructor, RuleOutcome.Builder outcome) {
    String path = constructor.file().source().path();
    ParameterList list = constructor.parameterList();
    Optional<String> own =
        list.parameters().stream()
            .filter(parameter -> parameter.type().filter(this::isProvider).isPresent())
            .map(parameter -> parameter.identifier().text())
            .findFirst();
    String name = own.orElseGet(() -> freeName(list));
    if (own.isEmpty()) {
      String comma = list.parameters().isEmpty() ? "" : ", ";
      outcome.edit(
          Edit.insert(
              path,
              list.span().start() + 1,
              provider(constructor, outcome) + " " + name + comma,
              ruleId));
    }
    Optional<ArgumentList> base = constructor.initializerArguments();
    outcome.edit(
        base.map(arguments -> Edit.replace(path, arguments.span(), "(" + name + ")", ruleId))
            .orElseGet(
                () ->
                    Edit.replace(
                        path, Span.at(list.span().end()), " : base(" + name + ")", ruleId)));
  }

  private boolean isProvider(dev.migrator.syntax.csharp.TypeSyntax type) {
    return code.names().resolve(type).is(PROVIDER);
  }

  /** A name that hides no member of the class. */
  private String freeName(ParameterList list) {
    Set<String> taken =
        Stream.concat(
                members().flatMap(member -> MemberNames.of(member).stream()),
                list.parameters().stream()
                    .map(Parameter::identifier)
                    .map(name -> name.identifier()))
            .collect(Collectors.toSet());
    String name = "serviceProvider";
    while (taken.contains(name)) {
      name = "hub" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
    return name;
  }

  private String provider(MemberDeclaration place, RuleOutcome.Builder outcome) {
    boolean isTaken =
        code.names()
            .resolveSimple("IServiceProvider", place)
            .type()
            .filter(TypeSymbol::isDeclared)
            .isPresent();
    if (isTaken) {
      return PROVIDER;
    }
    outcome.need(new Need.Using(place.file().source().path(), "System"));
    return "IServiceProvider";
  }
}
