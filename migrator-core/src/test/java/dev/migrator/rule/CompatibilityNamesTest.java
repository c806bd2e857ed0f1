package dev.migrator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.render.InProcessCompatibilityModel;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of names in the compatibility file holds every type that its templates name. */
final class CompatibilityNamesTest {
  private static final Pattern PIECE = Pattern.compile("model\\.parts\\.(\\w+)");
  private static final Path TEMPLATES =
      Path.of(System.getProperty("repository.directory")).resolve("templates");

  @Test
  void everyTypeOfTheTemplatesIsListed() throws IOException {
    CSharpFile file = everything();
    Set<String> named = new TreeSet<>();
    file.types().forEach(type -> named.add(type.identifier().identifier()));
    file.root().descendants(TypeSyntax.class).flatMap(type -> first(type)).forEach(named::add);
    file.root().descendants(Attribute.class).forEach(a -> named.add(a.name().simpleName()));
    file.root()
        .descendants(MemberAccess.class)
        .flatMap(access -> access.target().stream())
        .filter(NameExpression.class::isInstance)
        .map(target -> ((NameExpression) target).identifier().identifier())
        .filter(name -> Character.isUpperCase(name.charAt(0)))
        .forEach(named::add);
    named.removeAll(List.of("T", "Microsoft", "N"));
    assertThat(named).hasSizeGreaterThan(80);
    named.removeAll(listed());
    assertThat(named).isEmpty();
  }

  /** What a lookup starts with: {@code System} in {@code System.Type}. */
  private static Stream<String> first(TypeSyntax type) {
    return type.isName()
        ? Stream.of(type.nameParts().get(0).identifier().identifier())
            .filter(name -> Character.isUpperCase(name.charAt(0)))
        : Stream.empty();
  }

  /** The file with all of its pieces. */
  private static CSharpFile everything() throws IOException {
    SortedMap<String, Boolean> pieces = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path template : files.filter(Files::isRegularFile).toList()) {
        PIECE
            .matcher(Files.readString(template))
            .results()
            .forEach(piece -> pieces.put(piece.group(1), true));
      }
    }
    String text =
        new InProcessCompatibilityModel(
                "N", "0", true, false, List.of(), List.of(), List.of(), pieces)
            .text();
    return CSharpParser.parse(SourceFile.of("All.cs", text), PreprocessorSymbols.NONE);
  }

  private static Set<String> listed() throws IOException {
    try (InputStream stream =
        CompatibilityNamespace.class.getResourceAsStream("compatibility-names.txt")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return new TreeSet<>(text.lines().toList());
    }
  }
}
