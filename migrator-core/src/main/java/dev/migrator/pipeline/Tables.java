package dev.migrator.pipeline;

import dev.migrator.model.FunctionApp;
import dev.migrator.model.SettingUses;
import dev.migrator.report.AppTables;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.function.PayloadTypes;
import dev.migrator.rule.startup.LogLevels;
import dev.migrator.verify.RegisteringCalls;

/** Fills the tables of a report from an app and its result. */
final class Tables {
  private Tables() {}

  static AppTables of(Conversion conversion, FunctionApp after) {
    FunctionApp before = conversion.app();
    return new AppTables(
        SettingUses.of(before),
        RegisteringCalls.of(before),
        RegisteringCalls.of(after),
        LogLevels.of(before),
        PayloadTypes.of(conversion),
        conversion.options().systemTextJson() ? "System.Text.Json" : "Newtonsoft.Json");
  }
}
