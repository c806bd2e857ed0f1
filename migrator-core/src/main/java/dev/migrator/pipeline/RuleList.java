package dev.migrator.pipeline;

import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.deployment.ContainerImages;
import dev.migrator.rule.deployment.EditorPaths;
import dev.migrator.rule.deployment.TrackedOutputs;
import dev.migrator.rule.deployment.UploadedArtifacts;
import dev.migrator.rule.function.AccountAttributes;
import dev.migrator.rule.function.AppSettings;
import dev.migrator.rule.function.AsyncVoid;
import dev.migrator.rule.function.CreatedAtRoutes;
import dev.migrator.rule.function.DeadFunctions;
import dev.migrator.rule.function.FieldNames;
import dev.migrator.rule.function.FunctionClasses;
import dev.migrator.rule.function.FunctionFiles;
import dev.migrator.rule.function.FunctionFilters;
import dev.migrator.rule.function.FunctionShapes;
import dev.migrator.rule.function.HostAttributes;
import dev.migrator.rule.function.HostConstants;
import dev.migrator.rule.function.HostEnvironments;
import dev.migrator.rule.function.HostExceptions;
import dev.migrator.rule.function.HttpResponses;
import dev.migrator.rule.function.ImperativeBindings;
import dev.migrator.rule.function.InactiveBranches;
import dev.migrator.rule.function.KeptTypes;
import dev.migrator.rule.function.KnownUses;
import dev.migrator.rule.function.LibraryFunctions;
import dev.migrator.rule.function.MessageExtensions;
import dev.migrator.rule.function.OldFolders;
import dev.migrator.rule.function.OldRequests;
import dev.migrator.rule.function.OpenAITypes;
import dev.migrator.rule.function.OpenApiPackage;
import dev.migrator.rule.function.OutputAdapters;
import dev.migrator.rule.function.OwnAttributeClasses;
import dev.migrator.rule.function.ParameterSources;
import dev.migrator.rule.function.PayloadTests;
import dev.migrator.rule.function.RefusedAnswers;
import dev.migrator.rule.function.RefusedRetries;
import dev.migrator.rule.function.RequestBodies;
import dev.migrator.rule.function.RequestHeaders;
import dev.migrator.rule.function.ReturnOutput;
import dev.migrator.rule.function.Serializers;
import dev.migrator.rule.function.ServerlessHubs;
import dev.migrator.rule.function.SettlementActions;
import dev.migrator.rule.function.SignalRMessages;
import dev.migrator.rule.function.SignalRParameters;
import dev.migrator.rule.function.SignalRValues;
import dev.migrator.rule.function.StorageCalls;
import dev.migrator.rule.function.TimerObjects;
import dev.migrator.rule.function.TimerOccurrences;
import dev.migrator.rule.function.TimerTypes;
import dev.migrator.rule.function.TriggerAttributes;
import dev.migrator.rule.function.TypeNames;
import dev.migrator.rule.function.UsingDirectives;
import dev.migrator.rule.function.WebApiRequests;
import dev.migrator.rule.function.WebPubSubMembers;
import dev.migrator.rule.project.AppProject;
import dev.migrator.rule.project.ContentFiles;
import dev.migrator.rule.project.DaprBindings;
import dev.migrator.rule.project.ExtensionsProject;
import dev.migrator.rule.project.FrameworkAssemblies;
import dev.migrator.rule.project.FrameworkLibraries;
import dev.migrator.rule.project.FunctionGenerators;
import dev.migrator.rule.project.LeftOutTests;
import dev.migrator.rule.project.ProjectPackages;
import dev.migrator.rule.project.SdkStyle;
import dev.migrator.rule.project.TestProjects;
import dev.migrator.rule.project.UserEntries;
import dev.migrator.rule.project.UsingItems;
import dev.migrator.rule.settings.BrokerSettings;
import dev.migrator.rule.settings.ExtensionSettings;
import dev.migrator.rule.settings.GlobalJson;
import dev.migrator.rule.settings.HostJson;
import dev.migrator.rule.settings.LocalSettings;
import dev.migrator.rule.settings.OldHostJson;
import dev.migrator.rule.settings.RoutePrefix;
import dev.migrator.rule.startup.AuthorizationPackage;
import dev.migrator.rule.startup.AutofacPackages;
import dev.migrator.rule.startup.CaptiveServices;
import dev.migrator.rule.startup.CompatibilityFile;
import dev.migrator.rule.startup.ExtensionCalls;
import dev.migrator.rule.startup.HostExtensions;
import dev.migrator.rule.startup.HostOptions;
import dev.migrator.rule.startup.HostServices;
import dev.migrator.rule.startup.HttpApiPackage;
import dev.migrator.rule.startup.InsightsCalls;
import dev.migrator.rule.startup.JsonOptionCalls;
import dev.migrator.rule.startup.KeptServices;
import dev.migrator.rule.startup.LoggingRegistrations;
import dev.migrator.rule.startup.MessageEndpoints;
import dev.migrator.rule.startup.ProgramFile;
import dev.migrator.rule.startup.ReplacedConfiguration;
import dev.migrator.rule.startup.StartupClasses;
import dev.migrator.rule.startup.StartupHosts;
import dev.migrator.rule.startup.Telemetry;
import dev.migrator.rule.startup.TelemetryMode;
import dev.migrator.rule.startup.UnregisteredServices;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every rule of the tool; the order does not matter. */
public final class RuleList {
  private static final List<Rule> RULES =
      List.of(
          new AppProject(),
          new SdkStyle(),
          new FrameworkAssemblies(),
          new FrameworkLibraries(),
          new FunctionGenerators(),
          new LeftOutTests(),
          new UserEntries(),
          new TestProjects(),
          new LocalSettings(),
          new HostJson(),
          new ExtensionSettings(),
          new RoutePrefix(),
          new OldHostJson(),
          new TelemetryMode(),
          new BrokerSettings(),
          new GlobalJson(),
          new ContentFiles(),
          new TypeNames(),
          new ReturnOutput(),
          new TriggerAttributes(),
          new AccountAttributes(),
          new HostAttributes(),
          new ImperativeBindings(),
          new RefusedRetries(),
          new SettlementActions(),
          new SignalRMessages(),
          new SignalRValues(),
          new ServerlessHubs(),
          new SignalRParameters(),
          new WebPubSubMembers(),
          new ParameterSources(),
          new FunctionShapes(),
          new HttpResponses(),
          new RequestBodies(),
          new Serializers(),
          new PayloadTests(),
          new OutputAdapters(),
          new DeadFunctions(),
          new AsyncVoid(),
          new TimerObjects(),
          new TimerTypes(),
          new TimerOccurrences(),
          new OwnAttributeClasses(),
          new OpenAITypes(),
          new DaprBindings(),
          new LibraryFunctions(),
          new KnownUses(),
          new HostEnvironments(),
          new OldRequests(),
          new OpenApiPackage(),
          new WebApiRequests(),
          new RefusedAnswers(),
          new CreatedAtRoutes(),
          new StorageCalls(),
          new FunctionClasses(),
          new FunctionFilters(),
          new HostExceptions(),
          new LoggingRegistrations(),
          new KeptTypes(),
          new RequestHeaders(),
          new HostConstants(),
          new MessageExtensions(),
          new InactiveBranches(),
          new FunctionFiles(),
          new FieldNames(),
          new OldFolders(),
          new CaptiveServices(),
          new UnregisteredServices(),
          new KeptServices(),
          new HostOptions(),
          new StartupClasses(),
          new StartupHosts(),
          new ReplacedConfiguration(),
          new HostExtensions(),
          new ExtensionCalls(),
          new Telemetry(),
          new HostServices(),
          new ExtensionsProject(),
          new ContainerImages(),
          new EditorPaths(),
          new UploadedArtifacts(),
          new TrackedOutputs(),
          new AuthorizationPackage(),
          new MessageEndpoints(),
          new HttpApiPackage(),
          new JsonOptionCalls(),
          new InsightsCalls(),
          new AutofacPackages(),
          new AppSettings());

  private static final List<CollectingRule> COLLECTING_RULES =
      List.of(
          new ProjectPackages(),
          new UsingDirectives(),
          new UsingItems(),
          new ProgramFile(),
          new CompatibilityFile());

  private RuleList() {}

  public static List<Rule> rules() {
    return RULES;
  }

  public static List<CollectingRule> collectingRules() {
    return COLLECTING_RULES;
  }

  /** All rules by id. */
  public static List<RuleInfo> infos() {
    return Stream.concat(
            RULES.stream().map(Rule::info), COLLECTING_RULES.stream().map(CollectingRule::info))
        .sorted(Comparator.comparing(RuleInfo::id))
        .toList();
  }

  /** Rule id to the name of its folder of cases: {@code MIG0301-type-names}. */
  public static SortedMap<String, String> folders() {
    SortedMap<String, String> folders = new TreeMap<>();
    RULES.forEach(rule -> put(rule.info(), rule.getClass(), folders));
    COLLECTING_RULES.forEach(rule -> put(rule.info(), rule.getClass(), folders));
    return folders;
  }

  private static void put(RuleInfo info, Class<?> type, SortedMap<String, String> folders) {
    String words = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
    folders.put(info.id(), info.id() + "-" + words.toLowerCase(Locale.ROOT));
  }
}
