package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.edit.EditList;
import dev.migrator.model.FunctionApp;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the attributes of the in-process model to methods that only a {@code function.json}
 * describes, so that all rules see functions; done before anything is planned (core-model 1).
 */
public final class DescribedFunctions {
  private static final String NAME = "Microsoft.Azure.WebJobs.FunctionNameAttribute";

  private final List<Edit> edits = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  /** Path to the lines, from 1, in front of which lines are written, with their number. */
  private final Map<String, SortedMap<Integer, Integer>> lines = new TreeMap<>();

  private DescribedFunctions() {}

  public static DescribedFunctions of(FunctionApp app) {
    DescribedFunctions all = new DescribedFunctions();
    Map<String, List<DescribedFunction>> byFile = new TreeMap<>();
    app.functionFiles().stream()
        .filter(FunctionFiles::isWritten)
        .flatMap(file -> DescribedFunction.of(file, app).stream())
        .filter(function -> isFree(function, app))
        .forEach(
            function ->
                byFile.computeIfAbsent(path(function), path -> new ArrayList<>()).add(function));
    byFile.values().forEach(all::write);
    return all;
  }

  private static String path(DescribedFunction function) {
    return function.method().file().source().path();
  }

  /** Whether nothing of the app is called like an attribute. */
  private static boolean isFree(DescribedFunction function, FunctionApp app) {
    return types(function)
        .allMatch(
            type ->
                app.code()
                    .names()
                    .resolveSimple(type.substring(type.lastIndexOf('.') + 1), function.method())
                    .type()
                    .filter(found -> !found.is(type))
                    .isEmpty());
  }

  private static Stream<String> types(DescribedFunction function) {
    return Stream.concat(
        Stream.of(NAME), function.bindings().stream().map(DescribedBinding::typeName));
  }

  private void write(List<DescribedFunction> functions) {
    CSharpFile file = functions.get(0).method().file();
    SortedSet<String> namespaces = new TreeSet<>(List.of("Microsoft.Azure.WebJobs"));
    for (DescribedFunction function : functions) {
      function.bindings().forEach(binding -> namespaces.add(binding.namespace()));
      attributes(function, file.source());
      findings.add(finding(function));
    }
    file.root().usings().stream()
        .filter(UsingDirective::opensNamespace)
        .map(using -> using.name().dottedName())
        .forEach(namespaces::remove);
    if (!namespaces.isEmpty()) {
      StringBuilder text = new StringBuilder();
      namespaces.forEach(namespace -> text.append("using ").append(namespace).append(";\n"));
      insert(file.source(), firstLine(file), text.toString());
    }
  }

  private static int firstLine(CSharpFile file) {
    return file.root().usings().stream()
        .findFirst()
        .map(using -> using.span().start())
        .orElseGet(() -> file.root().members().get(0).span().start());
  }

  private void attributes(DescribedFunction function, SourceFile source) {
    MethodDeclaration method = function.method();
    int start = method.span().start();
    String indentation = source.indentation(start);
    StringBuilder text = new StringBuilder("[FunctionName(\"" + function.name() + "\")]\n");
    text.append(indentation);
    for (DescribedBinding binding : function.bindings()) {
      if (binding.isReturn()) {
        text.append("[return: ").append(binding.attribute()).append("]\n").append(indentation);
      } else {
        int at = DescribedFunction.parameter(binding, method).orElseThrow().span().start();
        insert(source, at, "[" + binding.attribute() + "] ");
      }
    }
    insert(source, start, text.toString());
  }

  private void insert(SourceFile source, int at, String text) {
    edits.add(
        Edit.replace(source.path(), Span.at(at), source.lineEnd().apply(text), FunctionFiles.ID));
    int count = (int) text.chars().filter(c -> c == '\n').count();
    if (count > 0) {
      lines
          .computeIfAbsent(source.path(), path -> new TreeMap<>())
          .merge(source.location(at).line(), count, Integer::sum);
    }
  }

  private static Diagnostic finding(DescribedFunction function) {
    return new Diagnostic(
        Code.FUNCTION_OF_FILE,
        Severity.INFO,
        Location.ofFile(function.file().path()),
        "`" + function.name() + "` has attributes now that say what the file said",
        "compare them with the file once; the worker reads attributes alone");
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /** Of files of the app, free of conflicts. */
  public EditList edits() {
    return new EditList(
        edits.stream()
            .sorted(Comparator.comparing(Edit::path).thenComparing(edit -> edit.span().start()))
            .toList());
  }

  /** One for each function. */
  public List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  /** The same finding with the line that the place has without the attributes. */
  public Diagnostic original(Diagnostic finding) {
    Optional<SortedMap<Integer, Integer>> written =
        Optional.ofNullable(lines.get(finding.at().path()));
    if (written.isEmpty() || finding.at().line() == 0) {
      return finding;
    }
    int shift = 0;
    for (Map.Entry<Integer, Integer> entry : written.get().entrySet()) {
      if (finding.at().line() - shift > entry.getKey()) {
        shift += Math.min(entry.getValue(), finding.at().line() - shift - entry.getKey());
      }
    }
    return new Diagnostic(
        finding.code(),
        finding.severity(),
        new Location(finding.at().path(), finding.at().line() - shift),
        finding.message(),
        finding.advice());
  }
}
