package dev.migrator.model.names;

import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Optional;

/**
 * A local, parameter or member that a name means where it is no type.
 *
 * @param name without {@code @}
 * @param isStatic whether it is a static member or a constant
 * @param isMethod whether it is a method or local function
 * @param type as declared; empty for {@code x => x} and the like
 * @param initializer what it is set to where it is declared
 * @param declaration the declarator, parameter or member; empty where only its name is known
 */
record ValueSymbol(
    String name,
    boolean isStatic,
    boolean isMethod,
    Optional<TypeSyntax> type,
    Optional<Expression> initializer,
    Optional<SyntaxNode> declaration) {}
