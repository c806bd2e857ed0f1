package dev.migrator.report;

import dev.migrator.report.Inventory.BindingEntry;
import dev.migrator.report.Inventory.FunctionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an inventory for people: one paragraph for each app, then the sums. */
public final class ScanText {
  private final ScanReport scan;
  private final StringBuilder text = new StringBuilder();

  private ScanText(ScanReport scan) {
    this.scan = scan;
  }

  public static String write(ScanReport scan) {
    return new ScanText(scan).write();
  }

  private String write() {
    scan.roots().forEach(this::root);
    sums();
    return text.toString();
  }

  private void root(ScanReport.Root root) {
    TextReport.line(
        text,
        root.path()
            + root.commit().map(id -> " at commit " + TextReport.shortId(id)).orElse(" on disk")
            + ", "
            + number(root.projects(), "project"));
    root.findings().forEach(finding -> TextReport.finding(finding, text));
    scan.apps().stream().filter(app -> app.root().equals(root.path())).forEach(this::app);
  }

  private void app(ScannedApp app) {
    Inventory inventory = app.inventory();
    String head =
        Stream.of(
                Stream.of(app.outcome().path() + ": " + inventory.kind().title()),
                inventory.targetFrameworks().stream(),
                inventory.functionsVersion().stream(),
                Stream.of(number(inventory.functions().size(), "function"), verdict(app)),
                effort(app).stream())
            .flatMap(part -> part)
            .collect(Collectors.joining(", "));
    TextReport.line(text, head);
    inventory.functions().forEach(this::function);
    if (!inventory.packages().isEmpty()) {
      TextReport.line(
          text,
          inventory.packages().stream()
              .map(p -> (p.id() + " " + p.version()).strip())
              .collect(Collectors.joining(", ", "  packages ", "")));
    }
    app.outcome().findings().forEach(finding -> TextReport.finding(finding, text));
  }

  private static String verdict(ScannedApp app) {
    return switch (app.outcome().status()) {
      case CONVERTED -> "can be converted";
      case UNCHANGED -> "nothing to convert";
      case BLOCKED -> "blocked";
      case FAILED -> "failed";
      case SKIPPED -> "not convertible";
    };
  }

  private static Optional<String> effort(ScannedApp app) {
    return app.effort().map(effort -> "about " + effort.hours() + " h");
  }

  private void function(FunctionEntry function) {
    List<String> parts = new ArrayList<>();
    function.bindings().stream()
        .filter(binding -> !binding.isTrigger())
        .forEach(binding -> parts.add(binding.direction() + " " + binding.kind()));
    function.unresolved().forEach(attribute -> parts.add("unresolved " + attribute));
    TextReport.line(
        text,
        "  function "
            + function.name()
            + "  "
            + function.trigger().map(BindingEntry::kind).orElse("no single trigger")
            + (parts.isEmpty() ? "" : "  " + String.join(", ", parts))
            + "  "
            + function.at());
  }

  private void sums() {
    TextReport.line(
        text,
        number(scan.apps().size(), "app")
            + ", "
            + number(
                scan.apps().stream().mapToInt(a -> a.inventory().functions().size()).sum(),
                "function"));
    for (AppKind kind : AppKind.values()) {
      List<ScannedApp> apps =
          scan.apps().stream().filter(app -> app.inventory().kind() == kind).toList();
      if (!apps.isEmpty()) {
        TextReport.line(text, "  " + kind.title() + ": " + apps.size() + outcomes(kind, apps));
      }
    }
  }

  /** How many can go, for the kind that is to be converted. */
  private static String outcomes(AppKind kind, List<ScannedApp> apps) {
    if (kind != AppKind.IN_PROCESS) {
      return "";
    }
    int hours = apps.stream().flatMap(a -> a.effort().stream()).mapToInt(Effort::hours).sum();
    return apps.stream()
        .collect(
            Collectors.groupingBy(ScanText::verdict, java.util.TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", ", " (", ", about " + hours + " h)"));
  }

  private static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
