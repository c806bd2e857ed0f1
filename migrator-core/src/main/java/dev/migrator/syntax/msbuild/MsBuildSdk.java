package dev.migrator.syntax.msbuild;

import dev.migrator.source.Span;
import java.util.Optional;

/**
 * An SDK that the project names.
 *
 * @param name without version
 * @param version behind the slash, or of its own attribute
 * @param span the name with its version behind the slash, between the quotes
 * @param form how the project names it
 * @param element that names it
 */
public record MsBuildSdk(
    String name, Optional<String> version, Span span, Form form, MsBuildElement element) {

  /** How a project names an SDK. */
  public enum Form {
    /** {@code <Project Sdk="X">}. */
    PROJECT_ATTRIBUTE,
    /** {@code <Sdk Name="X" />}. */
    ELEMENT,
    /** {@code <Import Project="Sdk.props" Sdk="X" />}. */
    IMPORT
  }
}
