package dev.migrator.rule.startup;

import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RegistrationLine;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The namespaces that the lines of Program.cs need; implicit usings are not relied on. */
final class ProgramUsings {
  private final SortedSet<String> namespaces = new TreeSet<>(CompatibilityPieces.SYSTEM_FIRST);

  ProgramUsings(
      Conversion conversion, Needs needs, List<Need.StartupCall> calls, LogFilters filters) {
    add("Microsoft.Azure.Functions.Worker.Builder", "Microsoft.Extensions.Hosting");
    when(
        needs.has(RegistrationLine.HTTP_NEWTONSOFT) || needs.has(RegistrationLine.HTTP_CLIENT),
        "Microsoft.Extensions.DependencyInjection");
    when(
        needs.has(RegistrationLine.WORKER_NEWTONSOFT),
        "Azure.Core.Serialization",
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Extensions.DependencyInjection");
    when(
        needs.has(RegistrationLine.REQUEST_BODY_SIZE)
            || needs.has(RegistrationLine.SYNCHRONOUS_WRITES),
        "Microsoft.AspNetCore.Server.Kestrel.Core",
        "Microsoft.Extensions.DependencyInjection");
    when(
        needs.has(RegistrationLine.APPLICATION_INSIGHTS),
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Logging",
        "System.Linq");
    when(
        needs.has(RegistrationLine.OPEN_TELEMETRY),
        "Azure.Monitor.OpenTelemetry.Exporter",
        "Microsoft.Azure.Functions.Worker.OpenTelemetry",
        "Microsoft.Extensions.DependencyInjection");
    when(
        !filters.lines().isEmpty() || LogSettings.areSeen(conversion.app()),
        "Microsoft.Extensions.Logging");
    namespaces.addAll(needs.programUsings());
    calls.stream()
        .map(Need.StartupCall::namespace)
        .filter(namespace -> !isAround(namespace, conversion.generatedNamespace()))
        .forEach(namespaces::add);
  }

  private static boolean isAround(String namespace, String inner) {
    return namespace.isEmpty() || inner.equals(namespace) || inner.startsWith(namespace + ".");
  }

  private void when(boolean condition, String... names) {
    if (condition) {
      add(names);
    }
  }

  private void add(String... names) {
    namespaces.addAll(List.of(names));
  }

  SortedSet<String> namespaces() {
    return namespaces;
  }
}
