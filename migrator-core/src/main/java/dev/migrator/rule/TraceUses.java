package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.Set;

/**
 * Whether an app needs all of the host's {@code TraceWriter}: its events, or a class that others
 * derive from, as tests of runtime version 1 do (azure-webjobs-sdk, TraceWriter.cs).
 */
public final class TraceUses {
  private static final String WRITER = "Microsoft.Azure.WebJobs.Host.TraceWriter";
  private static final String EVENT = "Microsoft.Azure.WebJobs.Host.TraceEvent";

  /** Derived from, or made by a library for doubles. */
  private static final Set<ReferenceKind> DERIVED =
      Set.of(ReferenceKind.BASE, ReferenceKind.GENERIC_ARGUMENT);

  private static final Set<String> MEMBERS = Set.of("Trace", "Level", "Flush");

  private TraceUses() {}

  public static boolean needEvents(FunctionApp app) {
    return app.codeBases().stream()
        .anyMatch(code -> code.files().stream().anyMatch(file -> needsEvents(file, code)));
  }

  private static boolean needsEvents(CSharpFile file, CodeBase code) {
    return code.names().references(file).anyMatch(TraceUses::isDerivedOrEvent)
        || file.root()
            .descendants(MemberAccess.class)
            .filter(access -> MEMBERS.contains(access.name().identifier()))
            .anyMatch(
                access ->
                    access.target().orElse(null) instanceof NameExpression name
                        && code.names().declaredType(name).is(WRITER));
  }

  private static boolean isDerivedOrEvent(NameReference reference) {
    return reference.resolution().is(EVENT)
        || DERIVED.contains(reference.kind()) && reference.resolution().is(WRITER);
  }
}
