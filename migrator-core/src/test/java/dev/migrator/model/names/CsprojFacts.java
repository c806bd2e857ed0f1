package dev.migrator.model.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a test needs to know of a simple project file; no evaluation, conditions are ignored. */
final class CsprojFacts {
  private final Path project;
  private final String text;

  private CsprojFacts(Path project) {
    this.project = project;
    this.text = withoutComments(read(project)) + propertyFiles(project);
  }

  static CsprojFacts of(Path project) {
    return new CsprojFacts(project.toAbsolutePath().normalize());
  }

  private static String withoutComments(String xml) {
    return xml.replaceAll("(?s)<!--.*?-->", "");
  }

  private static String propertyFiles(Path project) {
    for (Path at = project.getParent(); at != null; at = at.getParent()) {
      Path file = at.resolve("Directory.Build.props");
      if (Files.exists(file)) {
        return withoutComments(read(file));
      }
    }
    return "";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\uFEFF", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path project() {
    return project;
  }

  String assemblyName() {
    return property("AssemblyName").orElse(project.getFileName().toString().replace(".csproj", ""));
  }

  String targetFramework() {
    return property("TargetFramework").orElse("net8.0");
  }

  boolean hasImplicitUsings() {
    return property("ImplicitUsings").filter(v -> v.matches("(?i)enable|true")).isPresent();
  }

  boolean hasAspNetCore() {
    return attributes("FrameworkReference", "Include").contains("Microsoft.AspNetCore.App");
  }

  boolean isIsolated() {
    return attributes("PackageReference", "Include").stream()
        .anyMatch(id -> id.equals("Microsoft.Azure.Functions.Worker"));
  }

  List<PackageReference> packages() {
    List<PackageReference> all = new ArrayList<>();
    for (String element : elements("PackageReference")) {
      attribute(element, "Include")
          .ifPresent(
              id -> all.add(new PackageReference(id, attribute(element, "Version").orElse(""))));
    }
    return all;
  }

  List<UsingItem> usings() {
    return elements("Using").stream()
        .filter(element -> attribute(element, "Include").isPresent())
        .map(
            element ->
                new UsingItem(
                    attribute(element, "Include").orElse(""),
                    attribute(element, "Static")
                        .filter(v -> v.equalsIgnoreCase("true"))
                        .isPresent(),
                    attribute(element, "Alias").orElse("")))
        .toList();
  }

  List<Path> references() {
    return attributes("ProjectReference", "Include").stream()
        .map(path -> folder().resolve(path.replace('\\', '/')).normalize())
        .filter(Files::exists)
        .toList();
  }

  /** Symbols of {@code #if}. */
  List<String> symbols() {
    TreeSet<String> all = new TreeSet<>(List.of("DEBUG", "TRACE", "NET"));
    property("DefineConstants")
        .ifPresent(
            value -> all.addAll(List.of(value.replace("$(DefineConstants)", "").split(";"))));
    all.removeIf(String::isBlank);
    Matcher net = Pattern.compile("net(\\d+)\\.0").matcher(targetFramework());
    if (net.matches()) {
      int version = Integer.parseInt(net.group(1));
      all.add("NET" + version + "_0");
      for (int v = 5; v <= version; v++) {
        all.add("NET" + v + "_0_OR_GREATER");
      }
    }
    return List.copyOf(all);
  }

  /** The files of the project folder and of {@code Compile Include}, sorted. */
  List<Path> files() {
    TreeSet<Path> all = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder())) {
      files
          .filter(file -> file.toString().endsWith(".cs"))
          .filter(file -> !folder().relativize(file).toString().matches("(.*/)?(bin|obj)/.*"))
          .forEach(all::add);
      for (String include : attributes("Compile", "Include")) {
        all.addAll(glob(include.replace('\\', '/')));
      }
      for (String remove : attributes("Compile", "Remove")) {
        glob(remove.replace('\\', '/')).forEach(all::remove);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  private List<Path> glob(String pattern) throws IOException {
    int star = pattern.indexOf('*');
    String start = star < 0 ? pattern : pattern.substring(0, pattern.lastIndexOf('/', star) + 1);
    Path root = folder().resolve(start).normalize();
    if (!Files.exists(root)) {
      return List.of();
    }
    String rest = star < 0 ? "" : pattern.substring(start.length());
    var matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + root + (rest.isEmpty() ? "" : "/" + rest));
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(matcher::matches).toList();
    }
  }

  private Path folder() {
    Path parent = project.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private Optional<String> property(String name) {
    Matcher matcher = Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</").matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private List<String> elements(String name) {
    return Pattern.compile("<" + name + "\\s[^>]*>")
        .matcher(text)
        .results()
        .map(result -> result.group())
        .toList();
  }

  private List<String> attributes(String element, String name) {
    return elements(element).stream().flatMap(e -> attribute(e, name).stream()).toList();
  }

  private static Optional<String> attribute(String element, String name) {
    Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
