package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that triggers and bindings name. The host resolves them from its own app settings;
 * sources that Program.cs adds never reach it (core-model 6.6, T15).
 */
final class HostSettings {
  private static final Pattern REFERENCE = Pattern.compile("%([^%\\s]+)%");
  private static final Set<String> ALWAYS_THERE = Set.of("AzureWebJobsStorage", "");

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
    Set<String> names = new TreeSet<>();
    for (Function function : app.functions()) {
      for (Binding binding : function.bindings()) {
        binding.properties().forEach((property, value) -> collect(property, value, names));
      }
    }
    names.removeAll(ALWAYS_THERE);
    app.localSettings()
        .ifPresent(
            file ->
                names.removeIf(
                    name ->
                        file.findMember("Values", name).isPresent()
                            || file.findMember("Values", "AzureWebJobs" + name).isPresent()));
    return names;
  }

  private static void collect(String property, Object value, Set<String> names) {
    if (value instanceof String text) {
      Matcher matcher = REFERENCE.matcher(text);
      boolean hasReference = false;
      while (matcher.find()) {
        hasReference = true;
        names.add(matcher.group(1));
      }
      if (!hasReference && property.equalsIgnoreCase("connection")) {
        names.add(text);
      }
    }
  }
}
