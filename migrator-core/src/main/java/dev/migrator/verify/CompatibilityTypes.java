package dev.migrator.verify;

import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeExpression;

/**
 * Which parameters the app's compatibility file supplies: it compares each type that it handles.
 */
final class CompatibilityTypes {
  private static final String CONVERTER = "InProcessParameters";

  private CompatibilityTypes() {}

  static boolean supplies(FunctionApp app, String typeName) {
    String simpleName = typeName.substring(typeName.lastIndexOf('.') + 1);
    return app.code().files().stream()
        .flatMap(CSharpFile::types)
        .filter(type -> type.identifier().identifier().equals(CONVERTER))
        .anyMatch(type -> names(type, simpleName));
  }

  private static boolean names(TypeDeclaration converter, String simpleName) {
    return converter
        .descendants(TypeExpression.class)
        .anyMatch(expression -> expression.type().simpleName().equals(simpleName));
  }
}
