package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.SettingUse;
import dev.migrator.model.SettingUses;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings that triggers and bindings name. The host resolves them from its own app settings;
 * sources that Program.cs adds never reach it (core-model 6.6, T15).
 */
final class HostSettings {
  private static final String ALWAYS_THERE = "AzureWebJobsStorage";

  private HostSettings() {}

  /**
   * A finding for a method that adds configuration sources, when bindings name settings that
   * local.settings.json does not have.
   */
  static Diagnostic finding(MethodDeclaration method, Set<String> names) {
    return Diagnostic.of(
        Code.SETTING_OF_SOURCE,
        method.file().source().location(method.identifier().span().start()),
        "triggers and bindings name settings that sources of this method may have supplied: "
            + String.join(", ", names),
        "make each an app setting, or a Key Vault or App Configuration reference in one");
  }

  /** Names without those that local.settings.json has; sorted. */
  static Set<String> unknown(FunctionApp app) {
    return SettingUses.ofBindings(app).stream()
        .filter(use -> use.definedIn().isEmpty())
        .map(SettingUse::name)
        .filter(name -> !name.equals(ALWAYS_THERE))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
