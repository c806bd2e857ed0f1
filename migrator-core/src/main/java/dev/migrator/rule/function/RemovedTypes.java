package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Removal;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes types away that nothing names any more: files that hold nothing else go as well, and
 * directives that would open an empty namespace.
 */
record RemovedTypes(FunctionApp app, List<TypeDeclaration> types, String ruleId) {
  RemovedTypes {
    types = List.copyOf(types);
  }

  void remove(RuleOutcome.Builder outcome) {
    Map<String, List<TypeDeclaration>> byFile =
        types.stream()
            .collect(
                Collectors.groupingBy(
                    type -> type.file().source().path(), TreeMap::new, Collectors.toList()));
    byFile.forEach(
        (path, gone) -> {
          if (gone.get(0).file().types().allMatch(gone::contains)) {
            outcome.deletion(new Deletion(path, ruleId));
          } else {
            gone.forEach(type -> outcome.edit(Removal.ofMember(type, ruleId)));
          }
        });
    emptied().forEach(namespace -> app.files().forEach(file -> closed(file, namespace, outcome)));
  }

  private Set<String> emptied() {
    return types.stream()
        .map(TypeDeclaration::namespace)
        .filter(namespace -> !namespace.isEmpty())
        .filter(
            namespace ->
                app.codeBases().stream()
                    .map(CodeBase::files)
                    .flatMap(List::stream)
                    .flatMap(CSharpFile::types)
                    .filter(type -> !types.contains(type))
                    .noneMatch(type -> UsingDirectives.isInside(type.namespace(), namespace)))
        .collect(Collectors.toSet());
  }

  private void closed(CSharpFile file, String namespace, RuleOutcome.Builder outcome) {
    file.root().usings().stream()
        .filter(using -> using.opensNamespace())
        .filter(using -> using.name().dottedName().equals(namespace))
        .forEach(using -> outcome.edit(Removal.ofLines(using, ruleId)));
  }
}
