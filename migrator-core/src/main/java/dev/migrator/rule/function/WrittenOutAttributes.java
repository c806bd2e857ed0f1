package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.edit.EditList;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.OwnAttributes;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes the attribute of a binding in the place of one of the app that derives from it: {@code
 * [OrdersQueue]} to {@code [Queue("orders")]}, so that all rules see a binding; done before
 * anything is planned, for classes of which every use can be written out (bindings 1.1).
 */
public final class WrittenOutAttributes {
  private final FunctionApp app;
  private final List<Edit> edits = new ArrayList<>();

  private WrittenOutAttributes(FunctionApp app) {
    this.app = app;
  }

  /** Edits of files of the app that leave its lines where they are; none is the usual. */
  public static EditList of(FunctionApp app) {
    WrittenOutAttributes all = new WrittenOutAttributes(app);
    for (CodeBase code : app.codeBases()) {
      for (CSharpFile file : code.files()) {
        file.types()
            .forEach(
                type ->
                    OwnAttributes.base(type, code)
                        .flatMap(base -> DerivedAttribute.of(type, base, code))
                        .ifPresent(all::write));
      }
    }
    return new EditList(
        all.edits.stream()
            .sorted(Comparator.comparing(Edit::path).thenComparing(edit -> edit.span().start()))
            .toList());
  }

  private void write(DerivedAttribute derived) {
    List<Edit> written = new ArrayList<>();
    for (CodeBase code : app.codeBases()) {
      for (CSharpFile file : code.files()) {
        List<NameReference> uses = OwnAttributes.uses(derived.type(), file, code).toList();
        for (NameReference use : uses) {
          Optional<Edit> edit = edit(use, file, derived, code);
          if (edit.isEmpty()) {
            return;
          }
          written.add(edit.get());
        }
      }
    }
    edits.addAll(written);
  }

  private static Optional<Edit> edit(
      NameReference use, CSharpFile file, DerivedAttribute derived, CodeBase code) {
    return file.root()
        .descendants(Attribute.class)
        .filter(attribute -> attribute.name().span().equals(use.span()))
        .filter(attribute -> !attribute.text().contains("\n"))
        .findFirst()
        .flatMap(
            attribute ->
                derived
                    .arguments(attribute)
                    .map(arguments -> name(derived, attribute, code) + arguments)
                    .map(
                        text ->
                            Edit.replace(
                                file.source().path(),
                                attribute.span(),
                                text,
                                OwnAttributeClasses.ID)));
  }

  /** As short as the file allows. */
  private static String name(DerivedAttribute derived, Attribute use, CodeBase code) {
    String simple = derived.base().substring(derived.base().lastIndexOf('.') + 1);
    boolean isOpen =
        code.names()
            .resolveSimple(simple, use)
            .type()
            .filter(t -> t.is(derived.base()))
            .isPresent();
    String name = isOpen ? simple : derived.base();
    return name.substring(0, name.length() - "Attribute".length());
  }
}
