package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.Token;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes {@code @field} for a variable called {@code field} in a property: C# 14, the language of
 * .NET 10, takes the word for the value behind the property (core-model 1.2).
 */
public final class FieldNames implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0336", "A variable called field stays one", Step.CODE);

  private static final String WORD = "field";
  private static final Set<String> BEFORE_MEMBERS = Set.of(".", "?.", "->", "::");

  /** Values of LangVersion that mean the newest language of the SDK. */
  private static final Set<String> NEWEST = Set.of("latest", "latestmajor", "default");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.options().targetMajor() >= 10) {
      Stream.concat(Stream.of(conversion.app().code()), conversion.app().tests().stream())
          .filter(FieldNames::getsNewLanguage)
          .flatMap(code -> code.files().stream())
          .flatMap(FieldNames::words)
          .forEach(outcome::edit);
    }
    return outcome.build();
  }

  private static boolean getsNewLanguage(CodeBase code) {
    boolean isOld = code.project().targetFrameworks().stream().noneMatch("net10.0"::equals);
    return isOld
        && code.project()
            .langVersion()
            .map(version -> NEWEST.contains(version.toLowerCase(java.util.Locale.ROOT)))
            .orElse(true);
  }

  private static Stream<Edit> words(CSharpFile file) {
    if (!file.source().text().contains(WORD)) {
      return Stream.empty();
    }
    return file.root()
        .descendants(PropertyDeclaration.class)
        .filter(property -> property.kind() == SyntaxKind.PROPERTY_DECLARATION)
        .flatMap(property -> file.tokens().significantIn(accessors(property)).stream())
        .filter(token -> token.is(WORD) && !isMember(token, file))
        .map(token -> Edit.insert(file.source().path(), token.span().start(), "@", INFO.id()));
  }

  /** From behind the name to the value that the property begins with. */
  private static Span accessors(PropertyDeclaration property) {
    int end =
        property.initializer().map(value -> value.span().start()).orElse(property.span().end());
    return new Span(property.identifier().span().end(), end);
  }

  private static boolean isMember(Token token, CSharpFile file) {
    return file.tokens()
        .previousSignificant(token)
        .filter(before -> BEFORE_MEMBERS.contains(before.text()))
        .isPresent();
  }
}
