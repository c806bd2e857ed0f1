package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.Resolution;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.VariableDeclarator;
import java.util.Locale;
import java.util.Set;

/**
 * Gives code that reads {@code X-Forwarded-For}, {@code -Proto} or {@code -Host}, or all headers at
 * once, the headers of the caller: the worker applies these three to the request and takes them
 * away, without an error (core-model, T47), and adds {@code x-ms-invocation-id}
 * (DefaultHttpCoordinator of the worker's ASP.NET Core extension) and {@code X-Original-*}.
 */
public final class RequestHeaders implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0315", "Request headers can be read as before", Step.CODE);

  private static final Set<String> FORWARDED =
      Set.of("x-forwarded-for", "x-forwarded-proto", "x-forwarded-host");

  private static final Set<String> REQUESTS =
      Set.of("Microsoft.AspNetCore.Http.HttpRequest", "System.Net.Http.HttpRequestMessage");

  /** Members that tell of every header; those that look for one are left out. */
  private static final Set<String> LISTING =
      Set.of(
          "Aggregate",
          "Count",
          "GetEnumerator",
          "GroupBy",
          "Keys",
          "OrderBy",
          "OrderByDescending",
          "Select",
          "SelectMany",
          "ToArray",
          "ToDictionary",
          "ToList",
          "ToLookup",
          "ToString",
          "Values",
          "Where");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    boolean isRead =
        conversion.app().hasHttp() && conversion.app().running().anyMatch(RequestHeaders::reads);
    return isRead
        ? RuleOutcome.builder()
            .need(new Need.Compatibility(CompatibilityPart.REQUEST_HEADERS, ""))
            .build()
        : RuleOutcome.NOTHING;
  }

  private static boolean reads(CodeBase code) {
    return code.files().stream()
        .anyMatch(file -> namesForwarded(file) || listsHeaders(file, code.names()));
  }

  private static boolean namesForwarded(CSharpFile file) {
    return file.root()
        .descendants(LiteralExpression.class)
        .flatMap(literal -> literal.stringValue().stream())
        .anyMatch(text -> FORWARDED.contains(text.toLowerCase(Locale.ROOT)));
  }

  private static boolean listsHeaders(CSharpFile file, NameResolver names) {
    return file.root()
        .descendants(MemberAccess.class)
        .filter(access -> access.name().is("Headers"))
        .filter(RequestHeaders::isTakenWhole)
        .flatMap(access -> access.target().stream())
        .anyMatch(target -> isRequest(target, names));
  }

  /** Not {@code req.Headers["x"]}, {@code req.Headers.TryGetValue("x", out var x)} and the like. */
  private static boolean isTakenWhole(Expression headers) {
    SyntaxNode parent = headers.parent().orElseThrow();
    if (parent instanceof VariableDeclarator local) {
      return isTakenWhole(local);
    }
    return parent instanceof MemberAccess member
        ? LISTING.contains(member.name().identifier())
        : !(parent instanceof ElementAccess element) || !element.target().equals(headers);
  }

  /** {@code var headers = req.Headers;}: by what the method does with the variable. */
  private static boolean isTakenWhole(VariableDeclarator local) {
    return local.ancestor(MemberDeclaration.class).stream()
        .flatMap(member -> member.descendants(NameExpression.class))
        .filter(name -> name.identifier().is(local.identifier().identifier()))
        .anyMatch(RequestHeaders::isTakenWhole);
  }

  private static boolean isRequest(Expression target, NameResolver names) {
    if (target instanceof NameExpression name) {
      Resolution type = names.declaredType(name);
      return REQUESTS.stream().anyMatch(type::is);
    }
    return target instanceof MemberAccess access && access.name().is("Request");
  }
}
