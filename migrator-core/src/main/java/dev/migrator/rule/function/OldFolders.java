package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.BinaryExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the folder of the app where it is now: the program lies beside its content, and no longer
 * in {@code bin} below it (T20). {@code Environment.CurrentDirectory} becomes {@code
 * AppContext.BaseDirectory}; {@code ".."} behind the folder of the assembly goes, and {@code
 * .Parent} of it.
 */
public final class OldFolders implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0337", "The program lies beside its content", Step.CODE);

  private static final String ROOT_VARIABLE = "AzureWebJobsScriptRoot";
  private static final Set<String> OF_ASSEMBLY = Set.of("Location", "CodeBase", "EscapedCodeBase");
  private static final Set<String> ROOTS = Set.of("FunctionAppDirectory", "ApplicationRootPath");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase app = conversion.app().code();
    if (!conversion.app().functions().isEmpty()) {
      app.files().forEach(file -> new Folders(file, app, true, outcome).change());
      for (CodeBase library : conversion.app().libraries()) {
        library.files().forEach(file -> new Folders(file, library, false, outcome).change());
      }
    }
    return outcome.build();
  }

  /**
   * The folders that one file asks for.
   *
   * @param isChanged whether the file is one of the app; a library may run in other programs, where
   *     its own folder is another one, and is looked through for ways up only
   */
  private record Folders(
      CSharpFile file, CodeBase code, boolean isChanged, RuleOutcome.Builder outcome) {
    void change() {
      file.root()
          .descendants(MemberAccess.class)
          .filter(access -> isStatic(access, "System.Environment", "CurrentDirectory"))
          .filter(access -> !isSet(access))
          .forEach(this::base);
      file.root()
          .descendants(MemberAccess.class)
          .filter(access -> access.name().is("Parent"))
          .forEach(this::parent);
      file.root().descendants(Invocation.class).forEach(this::call);
      file.root()
          .descendants(BinaryExpression.class)
          .filter(sum -> isBelowBin(sum.left()) && leadsUp(sum.right()))
          .forEach(this::open);
    }

    private void call(Invocation call) {
      if (isCall(call, "System.IO.Directory", "GetCurrentDirectory") || asksForRoot(call)) {
        base(call);
      } else if (isCall(call, "System.IO.Path", "Combine")) {
        combined(call.argumentList().arguments());
      } else if (isCall(call, "System.IO.Directory", "GetParent")
          && call.argumentList().arguments().stream().anyMatch(a -> isBelowBin(a.expression()))) {
        open(call);
      }
    }

    private void base(SyntaxNode node) {
      if (!isChanged) {
        return;
      }
      boolean isOpen = code.names().resolveSimple("AppContext", node).is("System.AppContext");
      outcome.edit(
          Edit.replace(
              file.source().path(),
              node.span(),
              (isOpen ? "" : "System.") + "AppContext.BaseDirectory",
              INFO.id()));
    }

    private void open(SyntaxNode node) {
      outcome.finding(
          new Diagnostic(
              Code.WORKS_DIFFERENTLY,
              Severity.MANUAL,
              node.location(),
              "`" + node.text() + "` leaves the folder of the app: the program lies in no bin now",
              "start at AppContext.BaseDirectory, which holds program and content"));
    }

    /** {@code ".."} behind the folder of the program, {@code "bin"} behind that of the app. */
    private void combined(List<Argument> arguments) {
      for (int i = 1; i < arguments.size(); i++) {
        Expression before = arguments.get(i - 1).expression();
        Optional<String> text = text(arguments.get(i).expression());
        boolean isUp = text.filter(".."::equals).isPresent() && i == 1 && isBelowBin(before);
        boolean isBin = text.filter(t -> t.equalsIgnoreCase("bin")).isPresent() && isRoot(before);
        if (isUp && !isChanged) {
          open(arguments.get(i));
        } else if (isUp || isBin && isChanged) {
          outcome.edit(Removal.ofListElement(arguments.get(i), arguments, INFO.id()));
        } else if (i == 1 && isBelowBin(before) && leadsUp(arguments.get(i).expression())) {
          open(arguments.get(i));
        }
      }
    }

    /** One step up from the folder of the program: {@code file.Directory.Parent}. */
    private void parent(MemberAccess access) {
      Optional<Expression> folder = access.target().filter(this::isFolderOfProgram);
      if (folder.isEmpty()) {
        return;
      }
      boolean goesOn =
          access.parent().orElse(null) instanceof MemberAccess next && next.name().is("Parent");
      if (goesOn || !isChanged) {
        open(access);
        return;
      }
      Span step = new Span(folder.get().span().end(), access.span().end());
      outcome.edit(Edit.delete(file.source().path(), step, INFO.id()));
    }

    private boolean isFolderOfProgram(Expression folder) {
      if (set(folder) instanceof MemberAccess access && access.name().is("Directory")) {
        return access.target().filter(f -> isMade(f, "System.IO.FileInfo")).isPresent();
      }
      return isMade(folder, "System.IO.DirectoryInfo");
    }

    private boolean isMade(Expression expression, String type) {
      return set(expression) instanceof ObjectCreation made
          && made.type().filter(name -> code.names().resolve(name).is(type)).isPresent()
          && made.argumentList().stream()
              .flatMap(list -> list.arguments().stream())
              .map(Argument::expression)
              .anyMatch(path -> isBelowBin(path) && value(path).noneMatch(this::isUp));
    }

    private boolean isUp(SyntaxNode node) {
      return node instanceof Expression part && leadsUp(part);
    }

    /** An expression, or what the local that it names is set to. */
    private Expression set(Expression expression) {
      return expression instanceof NameExpression name
          ? code.names().initializer(name).orElse(expression)
          : expression;
    }

    private boolean isRoot(Expression folder) {
      return value(folder)
          .anyMatch(
              node ->
                  node instanceof Invocation call && asksForRoot(call)
                      || node instanceof MemberAccess access
                          && ROOTS.contains(access.name().identifier())
                      || node instanceof Expression part
                          && text(part).filter(t -> t.endsWith("wwwroot")).isPresent());
    }

    /** Whether an expression comes from the path of an assembly. */
    private boolean isBelowBin(Expression folder) {
      return value(folder)
          .anyMatch(
              node ->
                  node instanceof MemberAccess access
                      && OF_ASSEMBLY.contains(access.name().identifier())
                      && access.target().map(this::isAssembly).orElse(false));
    }

    private boolean isAssembly(Expression target) {
      return target instanceof Invocation call
              && call.target() instanceof MemberAccess made
              && made.target()
                  .filter(type -> code.names().resolve(type).is("System.Reflection.Assembly"))
                  .isPresent()
          || target instanceof MemberAccess access && access.name().is("Assembly")
          || target instanceof NameExpression name
              && code.names().declaredType(name).is("System.Reflection.Assembly");
    }

    /** The nodes of an expression, and those of what a local of it is set to. */
    private Stream<SyntaxNode> value(Expression expression) {
      Expression value = set(expression);
      return Stream.concat(Stream.of(value), value.descendants(SyntaxNode.class));
    }

    private boolean leadsUp(Expression part) {
      return text(part).filter(t -> t.matches("[/\\\\]*\\.\\.(?:[/\\\\].*)?")).isPresent();
    }

    private boolean asksForRoot(Invocation call) {
      return isCall(call, "System.Environment", "GetEnvironmentVariable")
          && call.argumentList().arguments().size() == 1
          && text(call.argumentList().arguments().get(0).expression())
              .filter(ROOT_VARIABLE::equals)
              .isPresent();
    }

    private boolean isCall(Invocation call, String type, String method) {
      return call.target() instanceof MemberAccess access && isStatic(access, type, method);
    }

    private boolean isStatic(MemberAccess access, String type, String member) {
      return access.name().is(member)
          && access.target().filter(t -> code.names().resolve(t).is(type)).isPresent();
    }

    private static boolean isSet(MemberAccess access) {
      return access.parent().orElse(null) instanceof AssignmentExpression assignment
          && assignment.left().span().equals(access.span());
    }

    private static Optional<String> text(Expression expression) {
      return expression instanceof LiteralExpression literal
          ? literal.stringValue()
          : Optional.empty();
    }
  }
}
