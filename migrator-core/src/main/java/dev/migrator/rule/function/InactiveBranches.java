package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.GlobalUsing;
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
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    Pattern namespaces = namespaces(conversion.types());
    for (CodeBase code : conversion.app().codeBases()) {
      boolean isOpenEverywhere = opensGlobally(code, namespaces);
      code.files().stream()
          .filter(file -> isOpenEverywhere || namespaces.matcher(file.source().text()).find())
          .flatMap(file -> finding(file, words).stream())
          .forEach(outcome::finding);
    }
    return outcome.build();
  }

  /** Where neither the file nor its project opens a namespace of the host its names mean others. */
  private static boolean opensGlobally(CodeBase code, Pattern namespaces) {
    return Stream.concat(
            code.project().items().usings().stream().map(GlobalUsing::target),
            code.files().stream()
                .flatMap(file -> file.root().usings().stream())
                .filter(UsingDirective::isGlobal)
                .map(using -> using.name().text()))
        .anyMatch(name -> namespaces.matcher(name).find());
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

  /** Those of all types that get another name: one of them is opened where such a type is named. */
  private static Pattern namespaces(TypeMap types) {
    SortedSet<String> names = new TreeSet<>();
    types
        .all()
        .forEach(
            (type, counterpart) -> {
              int dot = type.lastIndexOf('.');
              if (dot > 0) {
                names.add(Pattern.quote(type.substring(0, dot)));
              }
            });
    return Pattern.compile(NAMESPACES + "|\\b(?:" + String.join("|", names) + ")\\b");
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
