package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Names for the parts of an adapter that nothing around it has. */
final class AdapterNames {
  private final Function function;
  private final MethodDeclaration method;
  private final CodeBase code;

  AdapterNames(Function function, CodeBase code) {
    this.function = function;
    this.method = function.method();
    this.code = code;
  }

  String adapterName() {
    return free(method.identifier().identifier() + "Function", memberNames());
  }

  String outputClassName() {
    return free(method.identifier().identifier() + "Output", memberNames());
  }

  String contextName() {
    return free("functionContext", parameterNames());
  }

  String actionsName() {
    return free("messageActions", parameterNames());
  }

  String resultName() {
    return free("result", parameterNames());
  }

  private Set<String> parameterNames() {
    return function.parameters().stream().map(FunctionParameter::name).collect(Collectors.toSet());
  }

  /** Names that a new member of the class must not have. */
  private Set<String> memberNames() {
    TypeDeclaration type = method.containingType().orElseThrow();
    Set<String> taken = new HashSet<>();
    for (TypeDeclaration part : code.parts(type)) {
      part.members().forEach(member -> taken.addAll(MemberNames.of(member)));
      taken.add(part.identifier().identifier());
    }
    return taken;
  }

  static String added(String wanted, Set<String> names) {
    String name = free(wanted, names);
    names.add(name);
    return name;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  static String capitalized(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }
}
