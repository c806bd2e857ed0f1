package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.InProcessPackages;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.BinderAttribute;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Needs;
import dev.migrator.rule.TypeMap.Counterpart;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the names of in-process types in a piece of text.
 *
 * @param changes of names that are spelled differently now
 * @param needs usings and parts of the compatibility file
 * @param findings for types without a counterpart
 */
record NameChanges(List<Change> changes, List<Need> needs, List<Diagnostic> findings) {

  private static final Set<ReferenceKind> MADE =
      Set.of(ReferenceKind.NEW, ReferenceKind.LOCAL, ReferenceKind.PARAMETER, ReferenceKind.RETURN);
  private static final Set<ReferenceKind> SEEN =
      Set.of(
          ReferenceKind.CAST,
          ReferenceKind.AS,
          ReferenceKind.IS,
          ReferenceKind.PATTERN,
          ReferenceKind.FIELD,
          ReferenceKind.PROPERTY,
          ReferenceKind.GENERIC_ARGUMENT);
  private static final String FRAMEWORK = "Microsoft.AspNetCore.App";
  private static final String BINDER = "Microsoft\\.Azure\\.WebJobs\\.I?Binder";

  NameChanges {
    changes = List.copyOf(changes);
    needs = List.copyOf(needs);
    findings = List.copyOf(findings);
  }

  /** For the references of a file whose place the caller wants. */
  static NameChanges of(
      Conversion conversion, CodeBase code, CSharpFile file, Predicate<Span> wanted) {
    Collector collector = new Collector(conversion, code, file);
    code.names()
        .references(file)
        .filter(reference -> wanted.test(reference.span()))
        .forEach(collector::add);
    return new NameChanges(collector.changes, collector.needs, collector.findings);
  }

  /** Walks references of one file. */
  private static final class Collector {
    private final Conversion conversion;
    private final CodeBase code;
    private final NameResolver names;
    private final boolean isApart;
    private final CSharpFile file;
    private final List<Change> changes = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    /** What names mean in the worker; made where one may be kept. */
    private @Nullable NameResolver after;

    Collector(Conversion conversion, CodeBase code, CSharpFile file) {
      this.conversion = conversion;
      this.code = code;
      this.names = code.names();
      this.isApart = conversion.app().apart().anyMatch(code::equals);
      this.file = file;
    }

    void add(NameReference reference) {
      if (reference.resolution() instanceof Resolution.Resolved resolved
          && !RefusedRetries.removes(conversion, file, reference)
          && !HostAttributes.remove(conversion, file, reference)) {
        TypeSymbol type = resolved.symbol();
        Optional<Counterpart> counterpart = conversion.types().of(type.metadataName());
        if (isForBinder(reference, type)) {
          rename(reference, resolved, conversion.generatedNamespace(), type.simpleName());
        } else if (isApart && counterpart.filter(c -> isOfFramework(c, type)).isPresent()) {
          findings.add(
              withoutCounterpart(
                  reference, type, "let the library reference the framework " + FRAMEWORK));
        } else if (counterpart.isPresent()) {
          add(reference, resolved, counterpart.get());
        } else if (InProcessPackages.isVanishing(type) && !isBindingAttribute(reference.span())) {
          findings.add(withoutCounterpart(reference, type, DurableFunctions.advice(type)));
        }
      }
    }

    /** A library that has the type keeps the packages of ASP.NET Core 2, which lack the new one. */
    private static boolean isOfFramework(Counterpart counterpart, TypeSymbol type) {
      return type.metadataName().startsWith("Microsoft.AspNetCore.")
          && counterpart instanceof Counterpart.Type;
    }

    private void add(
        NameReference reference, Resolution.Resolved resolved, Counterpart counterpart) {
      if (counterpart instanceof Counterpart.Type target) {
        rename(reference, resolved, target.namespace(), target.simpleName());
      } else if (counterpart instanceof Counterpart.ByDirection both) {
        byDirection(reference, resolved, both);
      } else if (counterpart instanceof Counterpart.Part part) {
        needs.add(new Need.Compatibility(part.part(), functionAt(reference.span())));
        rename(
            reference,
            resolved,
            conversion.namespaceOf(part.part()),
            part.name().isEmpty() ? resolved.symbol().simpleName() : part.name());
      } else if (counterpart instanceof Counterpart.Service service) {
        findings.add(hostService(reference, service.advice()));
      } else if (counterpart instanceof Counterpart.None none) {
        findings.add(withoutCounterpart(reference, resolved.symbol(), none.advice()));
      }
    }

    private void byDirection(
        NameReference reference, Resolution.Resolved resolved, Counterpart.ByDirection both) {
      Optional<Binding> binding = bindingAt(reference.span());
      if (binding.isPresent()) {
        Counterpart.Type target =
            binding.get().direction() == Direction.OUT ? both.output() : both.input();
        rename(reference, resolved, target.namespace(), target.simpleName());
      } else {
        findings.add(
            withoutCounterpart(
                reference,
                resolved.symbol(),
                "write "
                    + both.input().simpleName()
                    + " or "
                    + both.output().simpleName()
                    + " where it is used"));
      }
    }

    /** Of an attribute that code makes, for which the compatibility file has a class. */
    private boolean isForBinder(NameReference reference, TypeSymbol type) {
      return (MADE.contains(reference.kind()) || isSeenByDouble(reference))
          && (BinderAttribute.of(type.metadataName()).isPresent()
              || type.is(BinderAttribute.ACCOUNT))
          && usesBinder();
    }

    /** A test looks at what its binder was given; attributes of members have the worker's types. */
    private boolean isSeenByDouble(NameReference reference) {
      return SEEN.contains(reference.kind()) && !file.source().text().contains("CustomAttribute");
    }

    private boolean usesBinder() {
      return conversion.plans().stream()
          .flatMap(plan -> plan.function().parameters().stream())
          .anyMatch(p -> p.typeName().filter(t -> t.matches(BINDER)).isPresent());
    }

    private void rename(
        NameReference reference,
        Resolution.Resolved resolved,
        String namespace,
        String simpleName) {
      ReferenceText text = ReferenceText.of(reference, file);
      if (resolved.aliasUsed() && !text.isQualified()) {
        return;
      }
      String spelled = text.spelled(simpleName);
      if (text.isQualified()) {
        changes.add(new Change(text.qualifiedSpan(), namespace + "." + spelled));
      } else if (text.identifier().equals(spelled)
          ? isKept(reference, resolved.symbol())
          : isTaken(spelled, reference)) {
        changes.add(new Change(text.identifierSpan(), namespace + "." + spelled));
      } else {
        needs.add(new Need.Using(file.source().path(), namespace));
        if (!spelled.equals(text.identifier())) {
          changes.add(new Change(text.identifierSpan(), spelled));
        }
      }
    }

    /** Whether the new name means a type of the project where the old one stands. */
    private boolean isTaken(String name, NameReference reference) {
      boolean isAttribute = reference.kind() == ReferenceKind.ATTRIBUTE;
      return reference
          .node()
          .flatMap(node -> names.resolveSimple(isAttribute ? full(name) : name, node).type())
          .filter(TypeSymbol::isDeclared)
          .isPresent();
    }

    /**
     * Whether the name, left as it is, would still mean the old type: one of a package that stays,
     * or comes with another, in a namespace around the place, which goes before every directive.
     */
    private boolean isKept(NameReference reference, TypeSymbol type) {
      return reference
              .node()
              .flatMap(node -> node.ancestor(NamespaceDeclaration.class))
              .filter(around -> UsingDirectives.isInside(around.namespace(), type.namespace()))
              .isPresent()
          && after()
              .references(file)
              .filter(later -> later.span().equals(reference.span()))
              .anyMatch(later -> later.resolution().is(type.metadataName()));
    }

    private NameResolver after() {
      NameResolver made =
          after == null
              ? names.isolated(
                  conversion.options().targetFramework(),
                  PackagesAfter.of(conversion, code, new Needs(List.of())),
                  InProcessPackages::isVanishing)
              : after;
      after = made;
      return made;
    }

    private static String full(String attribute) {
      return attribute.endsWith("Attribute") ? attribute : attribute + "Attribute";
    }

    /** Bindings that no rule knows are reported as such. */
    private boolean isBindingAttribute(Span place) {
      return bindingAt(place).isPresent();
    }

    /** The binding whose attribute is named there. */
    private Optional<Binding> bindingAt(Span place) {
      return conversion.plans().stream()
          .map(FunctionPlan::function)
          .filter(function -> function.file().equals(file))
          .flatMap(function -> function.bindings().stream())
          .filter(
              binding ->
                  binding.attribute().filter(a -> a.name().span().contains(place)).isPresent())
          .findFirst();
    }

    /** The function whose method holds the place; empty elsewhere. */
    private String functionAt(Span place) {
      return conversion.plans().stream()
          .map(FunctionPlan::function)
          .filter(function -> function.file().equals(file))
          .filter(function -> function.method().span().contains(place))
          .map(Function::displayName)
          .findFirst()
          .orElse("");
    }

    private Diagnostic hostService(NameReference reference, String advice) {
      return Diagnostic.of(
          Code.HOST_SERVICE_MISSING,
          file.source().location(reference.span().start()),
          "`" + reference.text() + "` is a service of the in-process host that the worker lacks",
          advice);
    }

    private Diagnostic withoutCounterpart(NameReference reference, TypeSymbol type, String advice) {
      return Diagnostic.of(
          Code.TYPE_WITHOUT_COUNTERPART,
          file.source().location(reference.span().start()),
          "`" + reference.text() + "` (" + type.metadataName() + ") does not exist in the worker",
          advice);
    }
  }
}
