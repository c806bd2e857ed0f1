package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.LocalDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.VariableDeclarator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Variables that hold schedules, and nothing but arguments that go: they go as well. */
final class Schedules {
  private final CodeBase code;
  private final List<SyntaxNode> dropped;
  private final Set<String> types;
  private final List<SyntaxNode> removed = new ArrayList<>();

  /**
   * Finds them.
   *
   * @param dropped arguments that go
   * @param types what schedules are called
   */
  Schedules(CodeBase code, List<SyntaxNode> dropped, Set<String> types) {
    this.code = code;
    this.dropped = dropped;
    this.types = types;
    for (String name : names()) {
      collect(name);
    }
  }

  /** Declarations and assignments without which the code is the same. */
  List<SyntaxNode> removed() {
    return removed;
  }

  private List<String> names() {
    return dropped.stream()
        .map(argument -> ((Argument) argument).expression())
        .flatMap(expression -> TimerObjects.variable(expression).stream())
        .distinct()
        .toList();
  }

  private void collect(String name) {
    for (CSharpFile file : code.files()) {
      file.root()
          .descendants(LocalDeclaration.class)
          .filter(local -> declares(local.variables(), name) && namesSchedule(local))
          .forEach(local -> collect(name, local, scope(local)));
    }
    List<FieldDeclaration> fields =
        code.files().stream()
            .flatMap(file -> file.root().descendants(FieldDeclaration.class))
            .filter(field -> declares(field.variables(), name) && namesSchedule(field))
            .toList();
    if (!fields.isEmpty()) {
      List<SyntaxNode> scope = code.files().stream().map(Schedules::scope).toList();
      fields.forEach(field -> collect(name, field, scope));
    }
  }

  private static boolean declares(List<VariableDeclarator> variables, String name) {
    return variables.size() == 1 && variables.get(0).identifier().text().equals(name);
  }

  private boolean namesSchedule(SyntaxNode node) {
    return code.names()
        .references(node.file())
        .filter(reference -> node.span().contains(reference.span()))
        .anyMatch(reference -> reference.resolution().isAny(types));
  }

  private static List<SyntaxNode> scope(LocalDeclaration local) {
    return local.ancestor(Block.class).<List<SyntaxNode>>map(List::of).orElse(List.of());
  }

  private static SyntaxNode scope(CSharpFile file) {
    return file.root();
  }

  /** All uses of the variable are arguments that go, or set it. */
  private void collect(String name, SyntaxNode declaration, List<SyntaxNode> scope) {
    List<NameExpression> uses =
        scope.stream()
            .flatMap(node -> node.descendants(NameExpression.class))
            .filter(use -> use.identifier().text().equals(name))
            .filter(use -> !isType(use))
            .filter(use -> !TimerObjects.isWithin(use.span(), use.file(), dropped))
            .toList();
    List<SyntaxNode> assignments =
        uses.stream()
            .flatMap(use -> assignment(use).stream())
            .distinct()
            .collect(Collectors.toList());
    if (assignments.size() == uses.size()) {
      Stream.concat(Stream.of(declaration), assignments.stream())
          .filter(node -> !removed.contains(node))
          .forEach(removed::add);
    }
  }

  /** A field may be called like its type. */
  private boolean isType(NameExpression use) {
    return code.names()
        .references(use.file())
        .anyMatch(
            reference ->
                reference.span().equals(use.span()) && reference.kind() != ReferenceKind.RECEIVER);
  }

  private static Optional<SyntaxNode> assignment(NameExpression use) {
    return use.parent()
        .filter(AssignmentExpression.class::isInstance)
        .map(AssignmentExpression.class::cast)
        .filter(assignment -> assignment.left().equals(use) && assignment.operator().is("="))
        .flatMap(SyntaxNode::parent)
        .filter(ExpressionStatement.class::isInstance);
  }
}
