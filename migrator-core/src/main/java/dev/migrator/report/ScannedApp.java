package dev.migrator.report;

import java.util.Optional;

/**
 * One app of an inventory.
 *
 * @param root of the {@link ScanReport.Root} that holds it
 * @param outcome as a preview would report it
 * @param inventory what it consists of
 */
public record ScannedApp(String root, AppReport outcome, Inventory inventory) {

  /** Of an app that is to be moved; empty for any other. */
  public Optional<Effort> effort() {
    return inventory.kind() == AppKind.IN_PROCESS
        ? Optional.of(Effort.of(inventory.functions().size(), outcome.findings()))
        : Optional.empty();
  }
}
