package dev.migrator.model;

import dev.migrator.model.names.TypeSymbol;
import java.util.List;
import java.util.Set;

/**
 * Packages that belong to the in-process model and are gone after the conversion; of those of
 * ASP.NET Core 2, what the shared framework does not have; and the client of Service Bus that the
 * first runtime brought, which is one of the .NET Framework alone.
 */
public final class InProcessPackages {
  private static final List<String> PREFIXES =
      List.of(
          "Microsoft.Azure.WebJobs",
          "Microsoft.Azure.WebPubSub.Common",
          "Microsoft.Azure.Functions.Extensions",
          "Microsoft.NET.Sdk.Functions",
          "Microsoft.AspNetCore.Mvc.Core",
          "Microsoft.AspNetCore.Mvc.Formatters.Json",
          "Microsoft.AspNetCore.Mvc.WebApiCompatShim",
          "AutofacOnFunctions",
          "AzureFunctions.Autofac",
          "DFC.Functions.DI.Standard",
          "WebJobs.Extensions.HttpApi",
          "WindowsAzure.ServiceBus",
          "Willezone.Azure.WebJobs.Extensions.DependencyInjection");

  /**
   * Packages of ASP.NET Core 2 that the shared framework stands for: a reference to one does no
   * harm, but what they have beyond it is gone.
   */
  private static final Set<String> IN_FRAMEWORK =
      Set.of(
          "Microsoft.AspNetCore.Hosting",
          "Microsoft.AspNetCore.Hosting.Abstractions",
          "Microsoft.AspNetCore.Http",
          "Microsoft.AspNetCore.Http.Abstractions",
          "Microsoft.AspNetCore.Http.Features",
          "Microsoft.AspNetCore.Routing");

  /** Named like WebJobs, used by both models (core-model 11). */
  private static final String SHARED = "Microsoft.Azure.WebJobs.Extensions.OpenApi";

  private InProcessPackages() {}

  public static boolean isVanishing(String packageId) {
    return PREFIXES.stream().anyMatch(prefix -> isBelow(packageId, prefix))
        && !isBelow(packageId, SHARED);
  }

  /** Whether a type of a package is not there after the conversion. */
  public static boolean isVanishing(TypeSymbol type) {
    return !type.packages().isEmpty()
        && type.packages().stream().allMatch(InProcessPackages::isLeftOut);
  }

  /** Whether what only this package has is not there after the conversion. */
  static boolean isLeftOut(String packageId) {
    return isVanishing(packageId) || IN_FRAMEWORK.contains(packageId);
  }

  private static boolean isBelow(String packageId, String prefix) {
    return packageId.regionMatches(true, 0, prefix, 0, prefix.length())
        && (packageId.length() == prefix.length() || packageId.charAt(prefix.length()) == '.');
  }
}
