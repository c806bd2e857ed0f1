package dev.migrator.model.names;

/** What kind of type a symbol is. */
public enum TypeShape {
  CLASS,
  STATIC_CLASS,
  /** A class that derives from {@code System.Attribute}. */
  ATTRIBUTE,
  STRUCT,
  INTERFACE,
  ENUM,
  DELEGATE;

  static TypeShape ofTable(char letter) {
    return switch (letter) {
      case 's' -> STATIC_CLASS;
      case 'a' -> ATTRIBUTE;
      case 'v' -> STRUCT;
      case 'i' -> INTERFACE;
      case 'e' -> ENUM;
      case 'd' -> DELEGATE;
      default -> CLASS;
    };
  }
}
