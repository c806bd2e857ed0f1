package dev.migrator.syntax.csharp;

/**
 * A member that no rule looks at more closely: conversions, destructors without body, incomplete
 * text.
 */
public interface OtherMember extends MemberDeclaration {}
