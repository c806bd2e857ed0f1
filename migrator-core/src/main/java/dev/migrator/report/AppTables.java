package dev.migrator.report;

import dev.migrator.model.SettingUse;
import dev.migrator.rule.function.PayloadTypes.Payload;
import dev.migrator.rule.startup.LogLevels;
import dev.migrator.verify.RegisteringCalls.Registration;
import java.util.List;

/**
 * What a reviewer looks up: each thing that moved, before and after. No value of a setting is in
 * it.
 *
 * @param settings that bindings and code ask for
 * @param registeredBefore statements that registered something in-process
 * @param registeredAfter the same in the worker
 * @param logLevels least level that passes, of each category
 * @param payloads objects that cross a binding or HTTP
 * @param serializer that reads and writes them in the worker
 */
public record AppTables(
    List<SettingUse> settings,
    List<Registration> registeredBefore,
    List<Registration> registeredAfter,
    List<LogLevels.Row> logLevels,
    List<Payload> payloads,
    String serializer) {

  public AppTables {
    settings = List.copyOf(settings);
    registeredBefore = List.copyOf(registeredBefore);
    registeredAfter = List.copyOf(registeredAfter);
    logLevels = List.copyOf(logLevels);
    payloads = List.copyOf(payloads);
  }
}
