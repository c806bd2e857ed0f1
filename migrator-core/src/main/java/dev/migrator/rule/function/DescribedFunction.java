package dev.migrator.rule.function;

import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A method without attributes that a {@code function.json} makes a function, with the attributes
 * that say the same.
 *
 * @param file the description
 * @param method the one of its entry point
 * @param name of the function: that of the folder
 * @param bindings in the order of the file, without the response
 */
record DescribedFunction(
    JsonFile file, MethodDeclaration method, String name, List<DescribedBinding> bindings) {
  private static final Set<String> MEMBERS =
      Set.of("bindings", "disabled", "entryPoint", "scriptFile");

  DescribedFunction {
    bindings = List.copyOf(bindings);
  }

  /** Empty where the file says something that is not known to be an attribute. */
  static Optional<DescribedFunction> of(JsonFile file, FunctionApp app) {
    List<MethodDeclaration> methods = FunctionFiles.methods(file, app);
    List<JsonMember> members = file.root().map(JsonValue::members).orElse(List.of());
    boolean isPlain =
        methods.size() == 1
            && members.stream().allMatch(DescribedFunction::isKnown)
            && methods.get(0).hasModifier("public")
            && methods.get(0).attributeLists().isEmpty()
            && !app.code().isOverloaded(methods.get(0))
            && file.find("scriptFile")
                .flatMap(JsonValue::asText)
                .filter(script -> script.endsWith("/" + app.project().assemblyFile()))
                .isPresent();
    return isPlain ? of(file, methods.get(0)) : Optional.empty();
  }

  private static boolean isKnown(JsonMember member) {
    return MEMBERS.contains(member.name())
        && (!member.name().equals("disabled")
            || member.value() instanceof JsonValue.JsonLiteral literal
                && literal.text().equals("false"));
  }

  private static Optional<DescribedFunction> of(JsonFile file, MethodDeclaration method) {
    List<DescribedBinding> bindings = new ArrayList<>();
    for (JsonValue value : FunctionFiles.bindings(file)) {
      if (DescribedBinding.isResponse(value)) {
        continue;
      }
      Optional<DescribedBinding> binding =
          DescribedBinding.of(value).filter(read -> hasPlace(read, method));
      if (binding.isEmpty()) {
        return Optional.empty();
      }
      bindings.add(binding.get());
    }
    long triggers = bindings.stream().filter(DescribedBinding::isTrigger).count();
    return triggers == 1
        ? Optional.of(new DescribedFunction(file, method, FunctionFiles.folder(file), bindings))
        : Optional.empty();
  }

  private static boolean hasPlace(DescribedBinding binding, MethodDeclaration method) {
    return binding.isReturn() || parameter(binding, method).isPresent();
  }

  /** The parameter that a binding names. */
  static Optional<Parameter> parameter(DescribedBinding binding, MethodDeclaration method) {
    return method.parameterList().parameters().stream()
        .filter(parameter -> parameter.identifier().identifier().equals(binding.name()))
        .filter(parameter -> parameter.attributeLists().isEmpty())
        .findFirst();
  }
}
