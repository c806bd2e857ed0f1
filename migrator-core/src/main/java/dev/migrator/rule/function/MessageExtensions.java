package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Supplies {@code CreateResponse}, {@code CreateErrorResponse} and {@code GetQueryNameValuePairs}
 * of {@code HttpRequestMessage}, which came with Web API or its shim; calls stay as they are
 * (core-model 3.4). A call with a formatter has no counterpart and is a blocker.
 */
public final class MessageExtensions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0311", "CreateResponse goes on answering", Step.CODE);

  private static final String SHIM = "System.Net.Http.HttpRequestMessageExtensions";
  private static final String MESSAGE = "System.Net.Http.HttpRequestMessage";
  private static final String CLIENT_PACKAGE = "Microsoft.AspNet.WebApi.Client";

  /** Of runtime version 1 alone; the shim of later versions lacked it. */
  private static final String QUERY = "GetQueryNameValuePairs";

  private static final Set<String> CALLS = Set.of("CreateResponse", "CreateErrorResponse", QUERY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase app = conversion.app().code();
    for (CSharpFile file : app.files()) {
      List<Invocation> calls = calls(file, app);
      List<Invocation> responses = calls.stream().filter(call -> !asksForQuery(call)).toList();
      responses.forEach(call -> overload(call, app, outcome));
      supply(responses, CompatibilityPart.MESSAGE_EXTENSIONS, conversion, outcome);
      List<Invocation> queries = calls.stream().filter(MessageExtensions::asksForQuery).toList();
      supply(queries, CompatibilityPart.MESSAGE_QUERY, conversion, outcome);
    }
    for (CodeBase library : conversion.app().libraries()) {
      library.files().stream()
          .flatMap(file -> calls(file, library).stream())
          .forEach(call -> outcome.finding(inLibrary(call)));
    }
    return outcome.build();
  }

  private static void supply(
      List<Invocation> calls,
      CompatibilityPart part,
      Conversion conversion,
      RuleOutcome.Builder outcome) {
    if (!calls.isEmpty()) {
      outcome.need(new Need.Compatibility(part, ""));
      outcome.need(new Need.Package(conversion.app().project().path(), CLIENT_PACKAGE));
      outcome.edits(opened(calls, conversion.generatedNamespace()));
    }
  }

  private static boolean asksForQuery(Invocation call) {
    return call.target() instanceof MemberAccess access && access.name().is(QUERY);
  }

  private static List<Invocation> calls(CSharpFile file, CodeBase code) {
    return file.root()
        .descendants(Invocation.class)
        .filter(
            call ->
                call.target() instanceof MemberAccess access
                    && CALLS.contains(access.name().identifier())
                    && isOnMessage(call, access, code))
        .toList();
  }

  private static boolean isOnMessage(Invocation call, MemberAccess access, CodeBase code) {
    Optional<TypeSymbol> extension = code.names().extensionClass(call);
    return extension.isPresent()
        ? extension.get().is(SHIM)
        : access.target().orElse(null) instanceof NameExpression receiver
            && code.names().declaredType(receiver).is(MESSAGE)
            && !isDeclared(access.name(), code);
  }

  /** An extension of the project is nearer than that of the shim. */
  private static boolean isDeclared(Token method, CodeBase code) {
    return code.files().stream()
        .flatMap(CSharpFile::methods)
        .filter(declared -> declared.identifier().identifier().equals(method.identifier()))
        .flatMap(declared -> declared.parameterList().parameters().stream())
        .anyMatch(parameter -> parameter.hasModifier("this"));
  }

  private static void overload(Invocation call, CodeBase code, RuleOutcome.Builder outcome) {
    if (!new ResponseOverload(call, code).isSupplied()) {
      outcome.finding(
          Diagnostic.of(
              Code.RESPONSE_OVERLOAD_MISSING,
              call.location(),
              "`" + call.text() + "` asks for an overload that takes a formatter or an HttpError",
              "pass a value, or a value and a media type as a string"));
    }
  }

  private static Diagnostic inLibrary(Invocation call) {
    return Diagnostic.of(
        Code.RESPONSE_OVERLOAD_MISSING,
        call.location(),
        "`" + call.text() + "` stands in a library: the compatibility file belongs to the app",
        "move the method into the app, or make the response by new HttpResponseMessage(…)");
  }

  /**
   * A directive inside the namespaces around the calls: at the top of the file the extensions of
   * WebApi.Client, which lack the overloads with a value, would be as near (CS0121).
   */
  private static List<Edit> opened(List<Invocation> calls, String namespace) {
    return calls.stream()
        .flatMap(call -> call.ancestor(NamespaceDeclaration.class).stream())
        .filter(around -> !UsingDirectives.isInside(around.namespace(), namespace))
        .filter(around -> !isOpen(around, namespace))
        .map(around -> opening(around, namespace))
        .distinct()
        .toList();
  }

  private static boolean isOpen(NamespaceDeclaration declared, String namespace) {
    return declared.usings().stream()
        .anyMatch(using -> using.name().dottedName().equals(namespace));
  }

  private static Edit opening(NamespaceDeclaration declared, String namespace) {
    SourceFile source = declared.file().source();
    String lineEnd = source.lineEnd().text();
    String line = "using " + namespace + ";" + lineEnd;
    if (!declared.usings().isEmpty()) {
      UsingDirective last = declared.usings().get(declared.usings().size() - 1);
      String indentation = source.indentation(last.span().start());
      int below = source.nextLineStart(last.span().end());
      return Edit.insert(source.path(), below, indentation + line, INFO.id());
    }
    MemberDeclaration first = declared.members().get(0);
    String text =
        declared.isFileScoped()
            ? lineEnd + line
            : source.indentation(first.span().start()) + line + lineEnd;
    return Edit.insert(source.path(), source.nextLineStart(head(declared)), text, INFO.id());
  }

  /** The end of the brace or semicolon behind the name. */
  private static int head(NamespaceDeclaration declared) {
    String end = declared.isFileScoped() ? ";" : "{";
    return declared.file().tokens().significantIn(declared.span()).stream()
        .filter(token -> token.is(end))
        .mapToInt(token -> token.span().end())
        .findFirst()
        .orElseThrow();
  }
}
