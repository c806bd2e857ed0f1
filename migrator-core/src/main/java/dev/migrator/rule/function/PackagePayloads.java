package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Function;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.BindingTypes;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Types that cross a binding and that only a package without a table can have, such as contracts
 * that several services share: the host read and wrote them as JSON, since what it handed over
 * otherwise are types of its extensions and their SDKs, which the tables have.
 */
final class PackagePayloads {
  private PackagePayloads() {}

  /**
   * Whether the name is one of a type that a binding hands over, in a package that is not known.
   */
  static boolean isHandedOver(Optional<TypeSyntax> type, NameResolver names) {
    return ofPackages(type, names)
        .anyMatch(name -> BindingTypes.standard().nameType(name.simpleName()));
  }

  /** Says that a type is taken for a payload. */
  static Optional<Diagnostic> check(
      Function function, Optional<TypeSyntax> type, NameResolver names) {
    return ofPackages(type, names)
        .findFirst()
        .map(
            name ->
                Diagnostic.of(
                    Code.PAYLOAD_OF_PACKAGE,
                    name.location(),
                    "`"
                        + name.text()
                        + "` of function `"
                        + function.displayName()
                        + "` is in no source and no known package: it is taken for an object that"
                        + " is read and written as JSON",
                    "nothing to do, unless its package brings a binding or converter of its own"));
  }

  private static Stream<TypeSyntax> ofPackages(Optional<TypeSyntax> type, NameResolver names) {
    return type.stream()
        .flatMap(whole -> Stream.concat(Stream.of(whole), whole.descendants(TypeSyntax.class)))
        .filter(TypeSyntax::isName)
        .filter(name -> names.isLeftToPackages(names.resolve(name)));
  }
}
