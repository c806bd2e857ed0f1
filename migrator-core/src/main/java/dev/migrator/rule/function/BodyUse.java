package dev.migrator.rule.function;

import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.List;
import java.util.Set;

/**
 * How a method reads the body of its request.
 *
 * @param isRead whether it may read it at all
 * @param isBuffered whether it may read it synchronously, twice or by seeking
 */
record BodyUse(boolean isRead, boolean isBuffered) {
  private static final Set<String> BODY_MEMBERS =
      Set.of(
          "Body",
          "BodyReader",
          "Form",
          "ReadFormAsync",
          "ReadFromJsonAsync",
          "ReadAsStringAsync",
          "HttpContext");
  private static final Set<String> SYNCHRONOUS_OR_SEEKING =
      Set.of(
          "ReadToEnd",
          "ReadLine",
          "Read",
          "ReadByte",
          "ReadBlock",
          "Peek",
          "CopyTo",
          "Deserialize",
          "Load",
          "Seek",
          "Position",
          "CanSeek",
          "Length",
          "EnableBuffering",
          "ReadAsStringAsync");

  /** Errs on the side of buffering: a request handed to other code counts as read in every way. */
  static BodyUse of(MethodDeclaration method, String request) {
    List<NameExpression> uses =
        method
            .descendants(NameExpression.class)
            .filter(name -> name.identifier().identifier().equals(request))
            .toList();
    boolean escapes = uses.stream().anyMatch(BodyUse::escapes);
    long reads = uses.stream().filter(BodyUse::readsBody).count();
    boolean special =
        method
            .descendants(MemberAccess.class)
            .anyMatch(access -> SYNCHRONOUS_OR_SEEKING.contains(access.name().identifier()));
    return new BodyUse(escapes || reads > 0, escapes || reads > 1 || reads == 1 && special);
  }

  private static boolean escapes(NameExpression use) {
    return use.parent()
        .map(parent -> parent instanceof Argument || !(parent instanceof MemberAccess))
        .orElse(true);
  }

  private static boolean readsBody(NameExpression use) {
    return use.parent()
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .map(access -> BODY_MEMBERS.contains(access.name().identifier()))
        .orElse(false);
  }
}
