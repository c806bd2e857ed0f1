package dev.migrator.rule;

import dev.migrator.model.names.NameResolver;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeList;
import java.util.Set;

/** Attributes that speak to the compiler and its analyzers about the body below them. */
final class StayingAttributes {
  private static final Set<String> TYPES =
      Set.of(
          // removed where they stand (MIG0320)
          "Microsoft.Azure.WebJobs.ServiceBusAccountAttribute",
          "Microsoft.Azure.WebJobs.StorageAccountAttribute",
          "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute",
          "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute",
          "System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute",
          "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
          "System.Diagnostics.DebuggerStepThroughAttribute",
          "System.Diagnostics.DebuggerHiddenAttribute",
          "System.Diagnostics.DebuggerNonUserCodeAttribute",
          "System.Runtime.CompilerServices.MethodImplAttribute",
          "System.Runtime.CompilerServices.SkipLocalsInitAttribute");

  private StayingAttributes() {}

  /** Whether no attribute of the list matters to the runtime or a library. */
  static boolean containsAll(AttributeList list, NameResolver names) {
    return list.attributes().stream().allMatch(attribute -> contains(attribute, names));
  }

  private static boolean contains(Attribute attribute, NameResolver names) {
    return names.resolveAttribute(attribute).isAny(TYPES);
  }
}
