package dev.migrator.model;

import dev.migrator.model.contract.BindingCatalog.ConstructorArgument;
import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose type is known, with its values.
 *
 * @param syntax where it stands
 * @param type its type
 * @param arguments of the constructor, in source order
 * @param named {@code Name = value}
 */
record AttributeUse(
    Attribute syntax, TypeSymbol type, List<ConstructorArgument> arguments, List<RawValue> named) {

  AttributeUse {
    arguments = List.copyOf(arguments);
    named = List.copyOf(named);
  }

  String simpleName() {
    return type.simpleName();
  }

  boolean isOneOf(String... simpleNames) {
    return List.of(simpleNames).contains(simpleName());
  }

  /** The value of {@code Name = value}, if there is one and it is not {@code null}. */
  Optional<Object> named(String name) {
    return named.stream()
        .filter(value -> value.key().equalsIgnoreCase(name))
        .findFirst()
        .flatMap(value -> Optional.ofNullable(value.value()));
  }

  Optional<Object> firstArgument() {
    return arguments.stream().findFirst().flatMap(a -> Optional.ofNullable(a.value()));
  }

  /** Values of the constructor, then named ones. */
  Stream<@Nullable Object> values() {
    return Stream.concat(
        arguments.stream().map(ConstructorArgument::value), named.stream().map(RawValue::value));
  }
}
