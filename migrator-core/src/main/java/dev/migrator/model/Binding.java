package dev.migrator.model;

import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trigger, input or output of a function, read from its attribute.
 *
 * @param kind as in the table of bindings: {@code queueTrigger}, {@code queue}; {@code http} for
 *     the response
 * @param direction which way the data goes
 * @param name the parameter, or {@code $return}
 * @param clrType the type of the parameter or result as far as it resolves
 * @param properties normalised as in contracts; an {@link UnresolvedValue} where a value cannot be
 *     told
 * @param attribute where it is declared; empty for the implicit HTTP response
 * @param attributeType full name of the attribute's type
 * @param row what its values are as rows of a table
 * @param isMapped whether the user says what becomes of its attribute
 */
public record Binding(
    String kind,
    Direction direction,
    String name,
    Optional<String> clrType,
    SortedMap<String, Object> properties,
    Optional<Attribute> attribute,
    String attributeType,
    TableRow row,
    boolean isMapped) {
  public static final String RETURN = "$return";

  /** The kind of a trigger that only a person starts, by the admin endpoint of the host. */
  public static final String MANUAL = "manualTrigger";

  public Binding {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  public boolean isTrigger() {
    return kind.endsWith("Trigger");
  }

  public boolean isManual() {
    return kind.equals(MANUAL);
  }

  /** Whether it stands on the return value. */
  public boolean isReturn() {
    return name.equals(RETURN);
  }

  /**
   * A value that only the compiler or the host knows.
   *
   * @param text the argument as written, without blanks and comments
   */
  public record UnresolvedValue(String text) {

    /** The node's tokens, joined. */
    public static UnresolvedValue of(SyntaxNode node) {
      return new UnresolvedValue(
          node.file().tokens().significantIn(node.span()).stream()
              .map(Token::text)
              .collect(Collectors.joining()));
    }
  }
}
