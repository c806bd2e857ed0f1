package dev.migrator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import dev.migrator.model.contract.Contract;
import dev.migrator.model.contract.ContractFunction;
import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.PackageReference;
import dev.migrator.model.names.ProjectFacts;
import dev.migrator.model.names.TypeTables;
import dev.migrator.model.names.World;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import dev.migrator.verify.ContractDiff;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we read from source equals what {@code fnlab contract} reads from the compiled app. */
class ContractOracleTest {
  private static final Pattern PACKAGE =
      Pattern.compile("PackageReference Include=\"([^\"]+)\" Version=\"([^\"]+)\"");

  @TempDir Path temporary;
  private final DotnetLab lab = DotnetLab.assumePresent();

  @Test
  void readsTheShopBeforeTheConversion() {
    Path shop = copyOf("tools/fnrun-inprocess/test");
    check(
        new App(shop.resolve("before/before.csproj"), ProgrammingModel.IN_PROCESS)
            .with(shop.resolve("methods")));
  }

  @Test
  void readsTheShopAfterTheConversion() {
    Path shop = copyOf("tools/fnrun-inprocess/test");
    check(
        new App(shop.resolve("after/after.csproj"), ProgrammingModel.ISOLATED)
            .with(shop.resolve("methods"))
            .defining("ISOLATED"));
  }

  @Test
  void readsOldPackages() {
    Path only = copyOf("tools/fnrun-inprocess/test").resolve("only/only.csproj");
    check(new App(only, ProgrammingModel.IN_PROCESS).building(lab.lift()));
  }

  @Test
  void readsTheSamplesOfFnlab() {
    Path samples = copyOf("tools/fnlab/test");
    check(sample(samples, "before", ProgrammingModel.IN_PROCESS));
    check(sample(samples, "after", ProgrammingModel.ISOLATED));
    check(sample(samples, "broken", ProgrammingModel.ISOLATED));
  }

  @Test
  void findsTheDriftThatFnlabFinds() throws IOException {
    Path samples = copyOf("tools/fnlab/test");
    Contract before = read(sample(samples, "before", ProgrammingModel.IN_PROCESS));
    for (String name : List.of("after", "broken")) {
      Contract after = read(sample(samples, name, ProgrammingModel.ISOLATED));
      ContractDiff diff = ContractDiff.of(before, after);
      List<String> lines = new ArrayList<>();
      diff.byDesign().forEach(finding -> lines.add("by design   " + finding));
      diff.differences().forEach(finding -> lines.add("DIFFERENCE  " + finding));
      List<String> expected =
          Files.readAllLines(samples.resolve("expected/" + name + ".txt")).stream()
              .filter(line -> line.startsWith("by design") || line.startsWith("DIFFERENCE"))
              .toList();
      assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void readsTheOrderDeskWithNamesFromItsLibrary() {
    Path apps = Path.of(System.getProperty("testdata.directory", "testdata"), "apps");
    Path source =
        DotnetLab.copy(apps.resolve("order-desk"), temporary.resolve("desk")).resolve("src");
    check(
        new App(source.resolve("OrderDesk/OrderDesk.csproj"), ProgrammingModel.IN_PROCESS)
            .referencing(source.resolve("OrderDesk.Contracts/OrderDesk.Contracts.csproj")));
  }

  @Test
  void readsCornersOfTheInProcessModel() {
    check(corners("corners", ProgrammingModel.IN_PROCESS));
  }

  @Test
  void readsCornersOfTheIsolatedModel() {
    check(corners("isolatedcorners", ProgrammingModel.ISOLATED));
  }

  private App corners(String folder, ProgrammingModel model) {
    for (String name : List.of("Corners.cs", "Corners.csproj")) {
      String resource = folder + "/" + (name.endsWith(".cs") ? name : name + ".txt");
      write(temporary.resolve(folder).resolve(name), resource(resource));
    }
    return new App(temporary.resolve(folder).resolve("Corners.csproj"), model);
  }

  private static App sample(Path samples, String name, ProgrammingModel model) {
    return new App(samples.resolve(name).resolve(name + ".csproj"), model)
        .with(samples.resolve("stubs"))
        .usingImplicitly();
  }

  private void check(App app) {
    Contract ours = read(app);
    Path output = temporary.resolve("out-" + app.name());
    lab.build(app.project(), output, app.switches().toArray(String[]::new)).orFail();
    Path assembly = output.resolve("bin").resolve(app.name() + ".dll");
    if (!Files.exists(assembly)) {
      assembly = output.resolve(app.name() + ".dll");
    }
    Path expected = temporary.resolve(app.name() + ".expected.json");
    lab.fnlab("contract", assembly.toString(), "--out", expected.toString()).orFail();
    Path actual = temporary.resolve(app.name() + ".actual.json");
    write(actual, ours.toJson() + "\n");
    lab.fnlab("contract-diff", expected.toString(), actual.toString()).orFail();
    lab.fnlab("contract-diff", actual.toString(), expected.toString()).orFail();
    Contract theirs = Contract.parse(text(expected));
    assertThat(theirs.toJson() + "\n").isEqualTo(text(expected));
    assertThat(comparable(ours)).isEqualTo(comparable(theirs));
    System.out.println(app.name() + ": " + theirs.functions().size() + " functions equal");
  }

  /** JSON without what only people read. */
  private static String comparable(Contract contract) {
    List<ContractFunction> functions = contract.functions();
    return new Contract("", "", contract.model(), functions, List.of())
        .toJson()
        .replaceAll("\"(clrType|assembly)\": .*", "");
  }

  private static Contract read(App app) {
    ProjectFacts facts = facts(app);
    NameResolver names = NameResolver.create(facts, TypeTables.load());
    List<Function> functions =
        FunctionReader.read(facts.files(), names, ConstantEvaluator.of(names), app.model());
    assertThat(functions).allSatisfy(f -> assertThat(f.unresolvedAttributes()).isEmpty());
    return Contract.of(functions, app.name() + ".dll", app.model());
  }

  private static ProjectFacts facts(App app) {
    List<CSharpFile> files = new ArrayList<>();
    PreprocessorSymbols symbols = PreprocessorSymbols.of(app.symbols());
    for (Path folder : app.folders()) {
      for (Path file : sources(folder)) {
        files.add(CSharpParser.parse(SourceFile.of(file.toString(), text(file)), symbols));
      }
    }
    World world = app.model() == ProgrammingModel.ISOLATED ? World.ISOLATED : World.IN_PROCESS;
    return ProjectFacts.of(world, files)
        .withPackages(packages(text(app.project())))
        .withUsings(app.hasImplicitUsings(), List.of())
        .withReferences(
            app.libraries().stream().map(library -> facts(new App(library, app.model()))).toList());
  }

  private static List<PackageReference> packages(String project) {
    List<PackageReference> all = new ArrayList<>();
    Matcher matcher = PACKAGE.matcher(project);
    while (matcher.find()) {
      all.add(new PackageReference(matcher.group(1), matcher.group(2)));
    }
    return all;
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".cs"))
          .filter(file -> !folder.relativize(file).startsWith("obj"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copyOf(String path) {
    return DotnetLab.copy(lab.directory().resolve(path), temporary.resolve("copy"));
  }

  private static String resource(String name) {
    String path = "/dev/migrator/model/contract/" + name;
    try (InputStream in = ContractOracleTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An app to build and to read.
   *
   * @param project its file
   * @param model of its functions
   * @param folders that it compiles
   * @param symbols for {@code #if}
   * @param switches for the build
   * @param hasImplicitUsings as the project says
   * @param libraries project files that it references
   */
  private record App(
      Path project,
      ProgrammingModel model,
      List<Path> folders,
      List<String> symbols,
      List<String> switches,
      boolean hasImplicitUsings,
      List<Path> libraries) {
    App(Path project, ProgrammingModel model) {
      this(project, model, List.of(folder(project)), List.of(), List.of(), false, List.of());
    }

    String name() {
      return String.valueOf(project.getFileName()).replace(".csproj", "");
    }

    App with(Path folder) {
      List<Path> more = Stream.concat(folders.stream(), Stream.of(folder)).toList();
      return new App(project, model, more, symbols, switches, hasImplicitUsings, libraries);
    }

    App defining(String symbol) {
      List<String> defined = List.of(symbol);
      return new App(project, model, folders, defined, switches, hasImplicitUsings, libraries);
    }

    App building(String more) {
      return new App(project, model, folders, symbols, List.of(more), hasImplicitUsings, libraries);
    }

    App usingImplicitly() {
      return new App(project, model, folders, symbols, switches, true, libraries);
    }

    App referencing(Path library) {
      List<Path> all = List.of(library);
      return new App(project, model, folders, symbols, switches, hasImplicitUsings, all);
    }

    private static Path folder(Path file) {
      return Objects.requireNonNull(file.getParent());
    }
  }
}
