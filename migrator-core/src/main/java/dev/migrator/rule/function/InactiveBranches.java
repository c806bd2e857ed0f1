package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.rule.TypeMap;
import dev.migrator.rule.TypeMap.Counterpart;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TokenKind;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of the in-process model in branches of {@code #if} that are not compiled; changes
 * nothing. To the tool such a branch is plain text: left alone, it would not compile any more.
 */
public final class InactiveBranches implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0312", "Branches of #if name nothing that goes away", Step.CODE);

  private static final String SUFFIX = "Attribute";
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
  private static final String NAMESPACES =
      "\\bMicrosoft\\.Azure\\.(?:WebJobs|Functions\\.Extensions)\\b";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.app().functions().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    Pattern words = words(conversion.types());
    conversion
        .app()
        .files()
        .flatMap(file -> finding(file, words).stream())
        .forEach(outcome::finding);
    return outcome.build();
  }

  /** The first place of a file. */
  private static Optional<Diagnostic> finding(CSharpFile file, Pattern words) {
    for (Token token : file.tokens().all()) {
      if (token.kind() == TokenKind.INACTIVE) {
        Matcher word = words.matcher(withoutComments(token.text()));
        if (word.find()) {
          return Optional.of(finding(file, token.span().start() + word.start(), word.group()));
        }
      }
    }
    return Optional.empty();
  }

  /** Blanks for comments and texts, so that places stay where they are. */
  private static String withoutComments(String text) {
    return COMMENT_OR_TEXT
        .matcher(text)
        .replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private static Diagnostic finding(CSharpFile file, int offset, String word) {
    return Diagnostic.of(
        Code.INACTIVE_BRANCH,
        file.source().location(offset),
        "`"
            + word.strip()
            + "` stands in a branch of #if that is not compiled, and is not converted",
        "delete the branch, or give both branches one form; see migrator explain FIN0316");
  }

  /** Namespaces that go; attributes in their brackets and other types that get another name. */
  private static Pattern words(TypeMap types) {
    SortedSet<String> attributes = new TreeSet<>();
    SortedSet<String> others = new TreeSet<>();
    types
        .all()
        .forEach(
            (type, counterpart) -> {
              String name = type.replaceAll("^.*\\.|`.*$", "");
              if (isRenamed(name, counterpart)) {
                (name.endsWith(SUFFIX) ? attributes : others).add(name);
              }
            });
    String inBrackets =
        String.join(
            "|", attributes.stream().map(name -> stem(name) + "(?:" + SUFFIX + ")?").toList());
    return Pattern.compile(
        NAMESPACES
            + "|(?<=[\\[,:\\s])(?:"
            + inBrackets
            + ")(?=\\s*[(\\]])"
            + "|(?<![\\w.])(?:"
            + String.join("|", others)
            + ")\\b");
  }

  private static String stem(String attribute) {
    return attribute.substring(0, attribute.length() - SUFFIX.length());
  }

  private static boolean isRenamed(String name, Counterpart counterpart) {
    return !(counterpart instanceof Counterpart.Type target) || !target.simpleName().equals(name);
  }
}
