package dev.migrator.rule;

import dev.migrator.model.UserMaps;

/**
 * What the user chose.
 *
 * @param targetFramework {@code net10.0}
 * @param editIgnored also edit a local.settings.json that git does not track
 * @param systemTextJson leave Newtonsoft.Json out of the worker
 * @param functionsSdk the project names Azure.Functions.Sdk, and no package of the worker's SDK
 * @param openTelemetry telemetry goes by OpenTelemetry, and not by the SDK of Application Insights
 * @param payloadTests write tests of the JSON of payloads
 * @param maps what the user knows of packages, types and attributes
 */
public record Options(
    String targetFramework,
    boolean editIgnored,
    boolean systemTextJson,
    boolean functionsSdk,
    boolean openTelemetry,
    boolean payloadTests,
    UserMaps maps) {
  public static final String DEFAULT_FRAMEWORK = "net10.0";
  public static final Options DEFAULT =
      new Options(DEFAULT_FRAMEWORK, false, false, false, false, false, UserMaps.NONE);

  /** The same with what a user maps. */
  public Options with(UserMaps other) {
    return new Options(
        targetFramework,
        editIgnored,
        systemTextJson,
        functionsSdk,
        openTelemetry,
        payloadTests,
        other);
  }

  /** The number before the dot: 10 of {@code net10.0}. */
  public int targetMajor() {
    return Integer.parseInt(
        targetFramework.substring("net".length(), targetFramework.indexOf('.')));
  }
}
