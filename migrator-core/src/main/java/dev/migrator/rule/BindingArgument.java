package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.MappedAttribute;
import dev.migrator.model.ResourceTable;
import dev.migrator.model.project.PackageCondition;
import dev.migrator.model.project.PackageReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of an argument of a binding attribute; a row of {@code binding-arguments.tsv}.
 *
 * @param kind of the binding
 * @param direction {@code in}, {@code out} or {@code *}; a client counts as input
 * @param member {@code ()} where there is no argument, {@code Name} of a property, {@code name:} of
 *     a parameter, {@code 2} for the second positional argument, {@code .Type} for a positional
 *     member of an enum, {@code 3:text=last} for the third and last one when it has that shape
 * @param action what to do
 * @param text the new name, the text to write, or the advice
 * @param packages versions of the extension that the row is for; empty for all
 */
public record BindingArgument(
    String kind,
    String direction,
    String member,
    Action action,
    String text,
    Optional<PackageCondition> packages) {
  private static final List<BindingArgument> ROWS =
      ResourceTable.rows(BindingArgument.class, "binding-arguments.tsv").stream()
          .map(BindingArgument::of)
          .toList();

  /** What to do with an argument. */
  public enum Action {
    /** It has another name. */
    RENAME,
    /** It goes; nothing is lost. */
    DROP,
    /** It goes; a person must know. */
    LOSE,
    /** It goes; that is worth a note. */
    NOTE,
    /** The value is a positional argument now; the text is what stands there without it. */
    FIRST,
    /**
     * The value is a positional argument now, behind those that are there; the text is what stands
     * there without it where a later one needs it.
     */
    LAST,
    /**
     * Where nobody sets it, the text is written: the worker's default is another one, or may be.
     */
    DEFAULT,
    /** The text is written before it. */
    BEFORE,
    /** The text is written behind it. */
    AFTER,
    /** No conversion; the text is the advice. */
    REFUSE
  }

  private static BindingArgument of(List<String> row) {
    return new BindingArgument(
        row.get(0),
        row.get(1),
        row.get(2),
        Action.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
        row.get(4),
        row.size() > 6 ? Optional.of(PackageCondition.parse(row.get(6))) : Optional.empty());
  }

  /** The rows for a binding of a project, what the user says of its attribute first. */
  public static Stream<BindingArgument> of(Binding binding, CodeBase code) {
    return Stream.concat(
        code.maps().attribute(binding.attributeType()).stream().flatMap(BindingArgument::ofUser),
        ofTable(binding, code.project().items().packages()));
  }

  /** An entry is for a property and for a parameter of that name. */
  private static Stream<BindingArgument> ofUser(MappedAttribute attribute) {
    return attribute.arguments().entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(entry.getKey(), entry.getKey() + ":")
                    .map(
                        member ->
                            new BindingArgument(
                                attribute.kind(),
                                "*",
                                member,
                                entry.getValue().equals(MappedAttribute.DROPPED)
                                    ? Action.LOSE
                                    : Action.RENAME,
                                entry.getValue(),
                                Optional.empty())));
  }

  private static Stream<BindingArgument> ofTable(Binding binding, List<PackageReference> packages) {
    String direction = binding.direction().text().replace("inout", "in");
    return ROWS.stream()
        .filter(row -> row.kind.equals(binding.kind()))
        .filter(row -> row.direction.equals("*") || row.direction.equals(direction))
        .filter(row -> row.packages.isEmpty() || row.packages.get().isMetByDefault(packages));
  }
}
