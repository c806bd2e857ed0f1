package dev.migrator.model.names;

/** The role of a type name in the text. */
public enum ReferenceKind {
  ATTRIBUTE,
  PARAMETER,
  RETURN,
  BASE,
  FIELD,
  PROPERTY,
  EVENT,
  LOCAL,
  NEW,
  CAST,
  AS,
  IS,
  PATTERN,
  TYPEOF,
  DEFAULT,
  SIZEOF,
  NAMEOF,
  CATCH,
  CONSTRAINT,
  GENERIC_ARGUMENT,
  /** The right side of {@code using X = T;}. */
  ALIAS,
  USING_STATIC,
  EXPLICIT_INTERFACE,
  CREF,
  /** {@code X} in {@code X.Member}. */
  RECEIVER,
  OTHER
}
