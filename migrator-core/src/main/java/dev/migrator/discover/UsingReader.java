package dev.migrator.discover;

import dev.migrator.discover.ItemEvaluator.Included;
import dev.migrator.discover.ItemEvaluator.ItemSite;
import dev.migrator.discover.ProjectEvaluator.PendingItem;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.model.project.Truth;
import dev.migrator.syntax.msbuild.MsBuildSdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the usings that the build puts in front of every file. */
final class UsingReader {
  /** Microsoft.NET.Sdk.CSharp.props. */
  private static final List<String> OF_THE_SDK =
      List.of(
          "System",
          "System.Collections.Generic",
          "System.IO",
          "System.Linq",
          "System.Net.Http",
          "System.Threading",
          "System.Threading.Tasks");

  /** Microsoft.NET.Sdk.Worker.props. */
  private static final List<String> OF_THE_WORKER_SDK =
      List.of(
          "Microsoft.Extensions.Configuration",
          "Microsoft.Extensions.DependencyInjection",
          "Microsoft.Extensions.Hosting",
          "Microsoft.Extensions.Logging");

  /** Microsoft.NET.Sdk.Web.props. */
  private static final List<String> OF_THE_WEB_SDK =
      List.of(
          "System.Net.Http.Json",
          "Microsoft.AspNetCore.Builder",
          "Microsoft.AspNetCore.Hosting",
          "Microsoft.AspNetCore.Http",
          "Microsoft.AspNetCore.Routing");

  private UsingReader() {}

  static List<GlobalUsing> read(
      ProjectEvaluator evaluator, ItemEvaluator items, List<MsBuildSdk> sdks) {
    List<GlobalUsing> usings = new ArrayList<>();
    String implicit = evaluator.scope().get("ImplicitUsings");
    if ("enable".equalsIgnoreCase(implicit) || "true".equalsIgnoreCase(implicit)) {
      implicit(sdks).stream()
          .filter(name -> !isOldHttp(evaluator, name))
          .forEach(name -> usings.add(new GlobalUsing(name, null, false, null)));
    }
    usings.removeIf(using -> isRemoved(evaluator, items, using.target()));
    items.named("Using").forEach(item -> usings.add(using(items, item)));
    return List.copyOf(usings);
  }

  private static List<String> implicit(List<MsBuildSdk> sdks) {
    List<String> names = new ArrayList<>(OF_THE_SDK);
    boolean isWeb = sdks.stream().anyMatch(sdk -> sdk.name().endsWith(".Sdk.Web"));
    if (isWeb || sdks.stream().anyMatch(sdk -> sdk.name().endsWith(".Sdk.Worker"))) {
      names.addAll(OF_THE_WORKER_SDK);
    }
    if (isWeb) {
      names.addAll(OF_THE_WEB_SDK);
    }
    return names;
  }

  private static boolean isOldHttp(ProjectEvaluator evaluator, String name) {
    return name.equals("System.Net.Http")
        && ".NETFramework".equals(evaluator.scope().get("TargetFrameworkIdentifier"));
  }

  private static boolean isRemoved(ProjectEvaluator evaluator, ItemEvaluator items, String target) {
    for (PendingItem pending : evaluator.items()) {
      boolean isUsing = pending.item().isType("Using") && pending.item().remove().isPresent();
      if (isUsing
          && items.truth(pending) == Truth.TRUE
          && items.names(pending, pending.item().remove().orElse(null)).contains(target)) {
        return true;
      }
    }
    return false;
  }

  private static GlobalUsing using(ItemEvaluator items, Included item) {
    Optional<ItemSite> alias = ItemEvaluator.siteOf(item, "Alias");
    boolean isStatic =
        ItemEvaluator.siteOf(item, "Static")
            .map(site -> "true".equalsIgnoreCase(items.metadata(site, "Static")))
            .orElse(false);
    return new GlobalUsing(
        item.name(),
        alias.map(site -> items.metadata(site, "Alias")).orElse(null),
        isStatic,
        item.item());
  }
}
