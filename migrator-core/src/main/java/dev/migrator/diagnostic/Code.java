package dev.migrator.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every finding the tool can make; ids are never reused. Each has a page in {@code findings/ID.md}.
 */
public enum Code {
  FILE_DOES_NOT_PARSE("FIN0001", "A file does not parse", Severity.BLOCKER),
  FILE_UNREADABLE("FIN0002", "A file cannot be read as text", Severity.BLOCKER),
  EDITS_COLLIDE("FIN0003", "Two rules want the same text changed differently", Severity.BLOCKER),
  RESULT_DOES_NOT_PARSE("FIN0004", "The result of the conversion does not parse", Severity.ERROR),
  BODY_DOES_NOT_PARSE("FIN0005", "A body that is left alone does not parse", Severity.WARNING),
  CONFLICT_MARKERS("FIN0006", "A file holds conflict markers", Severity.BLOCKER),
  NOT_READ("FIN0007", "An app or a folder could not be read", Severity.ERROR),
  PROJECT_KIND_UNSUPPORTED(
      "FIN0101", "The project is no in-process function app", Severity.BLOCKER),
  PACKAGE_WITHOUT_COUNTERPART(
      "FIN0102", "A package has no counterpart for the isolated worker", Severity.BLOCKER),
  SHARED_LIBRARY_STAYS(
      "FIN0103", "A library is shared with an app that stays in-process", Severity.BLOCKER),
  UNIT_BLOCKED(
      "FIN0105", "An app that must move together with this one is blocked", Severity.BLOCKER),
  PACKAGE_RAISED("FIN0106", "A package was raised to what the new packages need", Severity.INFO),
  SDK_STYLE("FIN0107", "The project file is of the SDK style now", Severity.INFO),
  OLD_PROJECT_PART(
      "FIN0108", "A project of the old style has a part without counterpart", Severity.BLOCKER),
  FRAMEWORK_ASSEMBLY(
      "FIN0109", "An assembly of the repository was made for the .NET Framework", Severity.MANUAL),
  NO_PAYLOAD_TESTS(
      "FIN0112", "Payload tests were asked for and cannot be written", Severity.BLOCKER),
  MOVES_ALONG("FIN0115", "An app moves along with one that was named", Severity.INFO),
  FRAMEWORK_LEFT("FIN0114", "The app leaves the .NET Framework", Severity.INFO),
  TEST_LEFT_OUT("FIN0113", "A test needs the in-process host", Severity.MANUAL),
  MAPPED_BY_USER("FIN0111", "An entry of migrator.yaml decided", Severity.INFO),
  FUNCTIONS_OF_GENERATOR("FIN0110", "A generator of the app emits functions", Severity.MANUAL),
  PROJECT_VALUE_UNRESOLVED(
      "FIN0104", "A value of the project file cannot be resolved", Severity.MANUAL),
  WORKER_SETTING_OF_DEPLOYMENT(
      "FIN0201",
      "The app setting FUNCTIONS_WORKER_RUNTIME changes with the deployment",
      Severity.MANUAL),
  HOST_SWITCH_REMOVED("FIN0203", "A switch of the host goes or changes", Severity.WARNING),
  LOCAL_SETTINGS_NOT_EDITED(
      "FIN0202", "local.settings.json is not tracked and was not edited", Severity.MANUAL),
  BINDING_UNKNOWN("FIN0301", "No rule knows this trigger or binding", Severity.BLOCKER),
  BINDING_TYPE_UNRESOLVED(
      "FIN0302", "An attribute or type of a function cannot be resolved", Severity.BLOCKER),
  PARAMETER_NOT_SUPPLIED(
      "FIN0303", "Nobody would supply this parameter in the worker", Severity.BLOCKER),
  TYPE_WITHOUT_COUNTERPART(
      "FIN0304", "A type of the in-process model has no counterpart", Severity.BLOCKER),
  FUNCTION_NAME_UNRESOLVED("FIN0305", "A function name cannot be resolved", Severity.BLOCKER),
  FUNCTION_NEVER_RAN("FIN0306", "A function that never ran in-process", Severity.WARNING),
  METHOD_OVERLOADED(
      "FIN0307", "A function method is overloaded; the worker cannot load it", Severity.BLOCKER),
  ASYNC_VOID("FIN0308", "A function is async void", Severity.BLOCKER),
  FUNCTION_CLASS_DISPOSABLE(
      "FIN0309", "The worker never disposes function classes", Severity.MANUAL),
  OUTPUTS_AFTER_SUCCESS("FIN0310", "Messages leave after the method succeeded", Severity.WARNING),
  FLUSH_RELIED_ON("FIN0311", "FlushAsync no longer sends", Severity.MANUAL),
  OUTPUT_SPLIT(
      "FIN0312", "A string that holds a JSON array is sent as several messages", Severity.WARNING),
  FUNCTION_WITHOUT_TRIGGER("FIN0313", "A function has no trigger or several", Severity.BLOCKER),
  FUNCTION_SHAPE_UNSUPPORTED(
      "FIN0314", "The worker cannot load a function of this shape", Severity.BLOCKER),
  ATTRIBUTE_WITHOUT_EFFECT("FIN0315", "An attribute has no effect in the worker", Severity.BLOCKER),
  ARGUMENT_DROPPED("FIN0330", "A property of a binding does not exist any more", Severity.MANUAL),
  ARGUMENT_WITHOUT_COUNTERPART(
      "FIN0331", "An argument of a binding has no counterpart", Severity.BLOCKER),
  SENT_BY_CLIENT("FIN0332", "Messages are sent by a client of the SDK", Severity.WARNING),
  BOUND_BY_CLIENT("FIN0333", "A binder is a client of the SDK now", Severity.WARNING),
  CHANGE_FEED_LEASES(
      "FIN0334", "The leases of the change feed have another format", Severity.MANUAL),
  CONNECTION_NOT_NAMED("FIN0335", "A binding names no connection", Severity.MANUAL),
  HOST_SETTING_MOVED("FIN0336", "An extension reads host.json differently", Severity.MANUAL),
  SETTING_OF_WHOLE("FIN0337", "One app setting holds what an attribute said", Severity.WARNING),
  SETTLED_TWICE("FIN0340", "The host settles a message that the code has settled", Severity.INFO),
  QUERY_OF_TEXTS("FIN0341", "A value of a query arrives as text", Severity.MANUAL),
  METADATA_FORM("FIN0342", "A value of the trigger has another form", Severity.MANUAL),
  NEEDS_NEWTONSOFT("FIN0343", "A type can only be read by Newtonsoft.Json", Severity.BLOCKER),
  JSON_KEPT("FIN0344", "Objects keep the JSON of Newtonsoft", Severity.INFO),
  RETRY_REMOVED("FIN0345", "A retry of the host is gone", Severity.MANUAL),
  HOST_ATTRIBUTE_REMOVED("FIN0347", "An attribute of the host was removed", Severity.MANUAL),
  WORKS_DIFFERENTLY("FIN0348", "Something works differently in the worker", Severity.WARNING),
  FUNCTION_OF_LIBRARY("FIN0349", "A function stands in a library", Severity.BLOCKER),
  DOCUMENTS_OF_PACKAGE("FIN0390", "A package shows the OpenAPI documents", Severity.INFO),
  DOCUMENTS_CLOSED("FIN0391", "Nobody shows the OpenAPI documents", Severity.MANUAL),
  DOCUMENTS_OPENED("FIN0392", "Everybody could read an OpenAPI document", Severity.BLOCKER),
  FUNCTION_OF_FILE("FIN0351", "A function is described by function.json", Severity.MANUAL),
  FILTER_CALLED("FIN0355", "A middleware calls a filter of functions", Severity.INFO),
  FILTER_ARGUMENT_MISSING(
      "FIN0356", "A filter looks at an argument that it cannot see", Severity.BLOCKER),
  NOBODY_THROWS("FIN0357", "The worker does not throw an exception of the host", Severity.MANUAL),
  RETRY_STATE_EMPTY("FIN0358", "What a retry knew of the last attempt is empty", Severity.MANUAL),
  SCHEDULE_COMPUTED("FIN0360", "A schedule class is one expression", Severity.WARNING),
  OCCURRENCES_COMPUTED("FIN0361", "The next runs of a timer are computed", Severity.INFO),
  DEFAULT_WRITTEN("FIN0362", "A default of the in-process attribute is written", Severity.INFO),
  INDEXED_BY_HOST("FIN0363", "The host lists the bindings of Dapr", Severity.INFO),
  ANSWER_OF_TRIGGER("FIN0364", "A function answers a call of Dapr", Severity.MANUAL),
  PAYLOAD_OF_PACKAGE("FIN0365", "A type of a package is taken for a payload", Severity.WARNING),
  ARRIVES_DIFFERENTLY("FIN0350", "A parameter arrives a little differently", Severity.INFO),
  INACTIVE_BRANCH("FIN0316", "An inactive #if branch names the in-process model", Severity.BLOCKER),
  TYPE_WITHOUT_HOME(
      "FIN0317", "No library can hold a type of the host for all that name it", Severity.BLOCKER),
  VALUE_TASK_AWAITED(
      "FIN0318", "The worker awaits a ValueTask, the host did not", Severity.WARNING),
  CALLER_OF_PLATFORM(
      "FIN0319", "The caller is who the platform says, and nobody else", Severity.WARNING),
  FUNCTION_FOLDER("FIN0320", "The folder of a function does not exist", Severity.WARNING),
  MESSAGE_PROPERTIES("FIN0321", "Properties of a request message are empty", Severity.MANUAL),
  MEMBER_WITHOUT_COUNTERPART(
      "FIN0322", "A member of a type that stays has no counterpart", Severity.BLOCKER),
  SAVED_QUERIES("FIN0323", "Saved log queries look for other names", Severity.WARNING),
  STARTUP_NOT_CONVERTIBLE(
      "FIN0401", "The startup class does what Program.cs cannot", Severity.BLOCKER),
  HOST_SERVICE_MISSING(
      "FIN0402", "A service of the in-process host does not exist in the worker", Severity.BLOCKER),
  SETTING_OF_SOURCE(
      "FIN0403", "A setting that only a configuration source of the app has", Severity.MANUAL),
  HOST_EXTENSION("FIN0404", "A startup calls a method of the host", Severity.BLOCKER),
  REGISTRATION_NOT_SEEN(
      "FIN0405", "Nobody registers a service that functions need", Severity.MANUAL),
  LOG_LEVELS_MOVED("FIN0501", "Log levels of host.json were copied to Program.cs", Severity.INFO),
  RUNTIME_DIFFERENCE("FIN0502", "The worker behaves differently here", Severity.WARNING),
  LOG_LEVEL_NOT_CARRIED(
      "FIN0503", "A log level of host.json does not reach the worker", Severity.MANUAL),
  RESPONSE_OVERLOAD_MISSING(
      "FIN0504", "An overload of CreateResponse has no counterpart", Severity.BLOCKER),
  LOG_LEVEL_OF_SETTING("FIN0505", "The worker reads log levels of app settings", Severity.INFO),
  NAME_NOT_KEPT("FIN0506", "A name would mean another type", Severity.BLOCKER),
  BUILD_FAILED("FIN0601", "The .NET SDK cannot build the result", Severity.ERROR),
  TEST_FAILED("FIN0602", "A unit test fails", Severity.ERROR),
  PAYLOAD_INCOMPLETE("FIN0603", "What is published has no host.json", Severity.ERROR),
  CONTRACT_DRIFT("FIN0701", "The trigger contract changed", Severity.ERROR),
  CONTRACT_UNRESOLVED("FIN0702", "A part of the contract cannot be resolved", Severity.WARNING),
  REGISTRATION_MISSING(
      "FIN0703", "A registration that the app relies on is missing", Severity.ERROR),
  IN_PROCESS_LEFT("FIN0704", "Something of the in-process model is left", Severity.ERROR),
  RESPONSE_NOT_EXECUTED("FIN0705", "The worker does not execute this HTTP result", Severity.ERROR),
  OUTPUT_BESIDE_RESPONSE(
      "FIN0706", "An output attribute stands on a method that answers HTTP", Severity.ERROR),
  BY_REFERENCE_PARAMETER(
      "FIN0707", "The worker cannot call a function with out or ref", Severity.ERROR),
  PARAMETER_ARRIVES_NULL("FIN0708", "Nobody supplies this parameter", Severity.ERROR),
  NOT_IDEMPOTENT("FIN0709", "A second run would change the result", Severity.ERROR),
  FUNCTION_NOT_PUBLIC("FIN0710", "The worker drops a function that is not public", Severity.ERROR),
  FUNCTION_NESTED("FIN0711", "The worker cannot load a function of a nested class", Severity.ERROR),
  FUNCTION_AMBIGUOUS("FIN0712", "The worker cannot load a function with overloads", Severity.ERROR),
  FUNCTION_NEVER_STARTS("FIN0713", "Nothing starts this function", Severity.ERROR),
  OUTPUTS_NOT_FOUND("FIN0714", "The outputs of this result are never sent", Severity.ERROR);

  private final String id;
  private final String title;
  private final Severity severity;

  Code(String id, String title, Severity severity) {
    this.id = id;
    this.title = title;
    this.severity = severity;
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public Severity severity() {
    return severity;
  }

  public static Optional<Code> ofId(String id) {
    return Arrays.stream(values()).filter(code -> code.id.equalsIgnoreCase(id)).findFirst();
  }
}
