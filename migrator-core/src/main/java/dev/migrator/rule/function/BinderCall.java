package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.TableRow;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.BinderAttribute;
import dev.migrator.rule.BinderAttribute.Value;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code binder.BindAsync<TextWriter>(new BlobAttribute(path))} that the compatibility file can do.
 *
 * @param attribute that is bound
 * @param parts of the compatibility file that do it
 */
record BinderCall(BinderAttribute attribute, Set<CompatibilityPart> parts) {
  private static final Set<String> CALLS = Set.of("Bind", "BindAsync");
  private static final Set<String> COLLECTORS =
      Set.of("Microsoft.Azure.WebJobs.ICollector`1", "Microsoft.Azure.WebJobs.IAsyncCollector`1");
  private static final Set<String> WRITERS =
      Set.of(
          "System.IO.Stream",
          "System.IO.TextWriter",
          "Microsoft.Azure.Storage.Blob.CloudBlobStream",
          "Microsoft.WindowsAzure.Storage.Blob.CloudBlobStream");
  private static final String TABLES = "Microsoft.Azure.WebJobs.Extensions.Tables";
  private static final Pattern USING = Pattern.compile("(?s)(await\\s+)?using\\b.*");

  BinderCall {
    parts = Set.copyOf(parts);
  }

  static boolean isOne(Invocation call, Set<String> binders, CodeBase code) {
    return call.target() instanceof MemberAccess access
        && CALLS.contains(access.name().identifier())
        && access
            .target()
            .filter(NameExpression.class::isInstance)
            .map(NameExpression.class::cast)
            .filter(name -> code.names().declaredType(name).isAny(binders))
            .isPresent();
  }

  /** Empty where the attribute or the value is one that no client opens, or cannot be seen. */
  static Optional<BinderCall> of(Invocation call, FunctionApp app) {
    CodeBase code = app.code();
    Made made = Made.of(call, code);
    Optional<TypeSyntax> wanted =
        call.target() instanceof MemberAccess access
            ? access.typeArguments().stream().findFirst()
            : Optional.empty();
    if (made.attributes().isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    return type(made.attributes().get(0), code)
        .flatMap(type -> BinderAttribute.of(type.metadataName()))
        .filter(row -> made.hasOnlyAccounts(code))
        .filter(row -> creations(row, code).allMatch(creation -> isPlain(creation, row)))
        .filter(row -> properties(row, code).allMatch(row.properties()::containsKey))
        .flatMap(row -> opened(call, wanted.get(), row, made, app));
  }

  private static Optional<BinderCall> opened(
      Invocation call, TypeSyntax wanted, BinderAttribute row, Made made, FunctionApp app) {
    return row.values().stream()
        .filter(value -> isOf(value, wanted, app) && hasClient(value, wanted, app))
        .filter(value -> value.isCollected() || !value.isOwn() || made.isWhole(row, app.code()))
        .findFirst()
        .map(value -> new BinderCall(row, parts(call, row, value, made.isList(), app.code())));
  }

  private static Set<CompatibilityPart> parts(
      Invocation call, BinderAttribute row, Value value, boolean isList, CodeBase code) {
    Set<CompatibilityPart> parts = EnumSet.of(row.part());
    parts.addAll(value.parts());
    properties(row, code).map(row.properties()::get).forEach(parts::addAll);
    if (isList) {
      parts.add(CompatibilityPart.BINDER_LISTS);
    }
    if (WRITERS.contains(value.type()) && !isInUsing(call)) {
      parts.add(CompatibilityPart.BINDER_COMPLETION);
    }
    return parts;
  }

  /** What is not closed by the method is closed by the host. */
  private static boolean isInUsing(Invocation call) {
    Optional<SyntaxNode> node = call.parent();
    while (node.isPresent() && !(node.get() instanceof Block)) {
      if (USING.matcher(node.get().text()).matches()) {
        return true;
      }
      node = node.get().parent();
    }
    return false;
  }

  /** Rows of the SDKs before are objects of theirs, which the extension of today does not write. */
  private static boolean hasClient(Value value, TypeSyntax wanted, FunctionApp app) {
    return !value.parts().contains(CompatibilityPart.TABLE_ROWS)
        || app.project().packageReference(TABLES).isPresent()
        || value.isOwn() && !TableRow.isEarlier(item(value, wanted), app.code());
  }

  private static boolean isOf(Value value, TypeSyntax wanted, FunctionApp app) {
    boolean isCollector =
        app.code().names().resolve(wanted).isAny(COLLECTORS) && wanted.typeArguments().size() == 1;
    TypeSyntax item = item(value, wanted);
    return value.isCollected() == isCollector
        && (value.isOwn() ? isOwn(item, app) : isType(value.type(), item, app.code()));
  }

  private static TypeSyntax item(Value value, TypeSyntax wanted) {
    return value.isCollected() && !wanted.typeArguments().isEmpty()
        ? wanted.typeArguments().get(0)
        : wanted;
  }

  private static boolean isType(String name, TypeSyntax type, CodeBase code) {
    return type.isName() ? code.names().resolve(type).is(name) : type.text().equals(name);
  }

  /** A class that becomes JSON, or a row of the extension that there is now. */
  private static boolean isOwn(TypeSyntax type, FunctionApp app) {
    return type.isName()
        && app.code().names().resolve(type).type().filter(TypeSymbol::isDeclared).isPresent();
  }

  private static Optional<TypeSymbol> type(Expression attribute, CodeBase code) {
    if (attribute instanceof NameExpression name) {
      return code.names().declaredType(name).type();
    }
    return attribute instanceof ObjectCreation creation
        ? creation.type().map(code.names()::resolve).flatMap(Resolution::type)
        : Optional.empty();
  }

  private static Stream<ObjectCreation> creations(BinderAttribute row, CodeBase code) {
    return code.files().stream()
        .flatMap(file -> file.root().descendants(ObjectCreation.class))
        .filter(
            made -> made.type().filter(t -> code.names().resolve(t).is(row.type())).isPresent());
  }

  /** Only what the class of the compatibility file has. */
  private static boolean isPlain(ObjectCreation made, BinderAttribute row) {
    List<Argument> arguments = made.argumentList().map(ArgumentList::arguments).orElse(List.of());
    return arguments.size() <= row.mostArguments()
        && arguments.stream().noneMatch(argument -> argument.text().contains("AccessRights"));
  }

  /** What the code sets, in braces behind the attribute or later. */
  private static Stream<String> properties(BinderAttribute row, CodeBase code) {
    Stream<String> inBraces =
        creations(row, code)
            .flatMap(made -> made.initializer().stream())
            .flatMap(braces -> braces.descendants(AssignmentExpression.class))
            .map(assignment -> assignment.left().text());
    Stream<String> later =
        code.files().stream()
            .flatMap(file -> file.root().descendants(AssignmentExpression.class))
            .map(AssignmentExpression::left)
            .filter(MemberAccess.class::isInstance)
            .map(MemberAccess.class::cast)
            .filter(access -> isOf(access, row, code))
            .map(access -> access.name().identifier());
    return Stream.concat(inBraces, later);
  }

  private static boolean isOf(MemberAccess access, BinderAttribute row, CodeBase code) {
    return access
        .target()
        .filter(NameExpression.class::isInstance)
        .map(NameExpression.class::cast)
        .filter(name -> code.names().declaredType(name).is(row.type()))
        .isPresent();
  }

  /**
   * The attributes that a call is given.
   *
   * @param attributes how they were made, or the names of what is not seen to be made
   */
  private record Made(List<Expression> attributes, boolean isList) {
    Made {
      attributes = List.copyOf(attributes);
    }

    static Made of(Invocation call, CodeBase code) {
      return call.argumentList().arguments().stream()
          .findFirst()
          .map(argument -> of(argument.expression(), code))
          .orElse(new Made(List.of(), false));
    }

    private static Made of(Expression argument, CodeBase code) {
      if (type(argument, code).isPresent()) {
        return new Made(List.of(argument), false);
      }
      Expression made =
          argument instanceof NameExpression name
              ? code.names().initializer(name).orElse(argument)
              : argument;
      return made instanceof ObjectCreation
          ? new Made(List.of(made), false)
          : new Made(made.text().startsWith("new") ? elements(made) : List.of(), true);
    }

    /** {@code new Attribute[] { a, b }}: what stands between the braces. */
    private static List<Expression> elements(SyntaxNode array) {
      List<Expression> found = new ArrayList<>();
      for (SyntaxNode child : array.children()) {
        if (child instanceof ObjectCreation || child instanceof NameExpression) {
          found.add((Expression) child);
        } else if (child instanceof Expression) {
          found.addAll(elements(child));
        }
      }
      return found;
    }

    /** Whether the first is seen to be made with all that its constructor takes. */
    boolean isWhole(BinderAttribute row, CodeBase code) {
      Expression first = attributes.get(0);
      Expression made =
          first instanceof NameExpression name
              ? code.names().initializer(name).orElse(first)
              : first;
      return made instanceof ObjectCreation creation
          && creation
              .argumentList()
              .filter(list -> list.arguments().size() == row.mostArguments())
              .isPresent();
    }

    boolean hasOnlyAccounts(CodeBase code) {
      return attributes.stream()
          .skip(1)
          .allMatch(
              other ->
                  type(other, code).filter(type -> type.is(BinderAttribute.ACCOUNT)).isPresent());
    }
  }
}
