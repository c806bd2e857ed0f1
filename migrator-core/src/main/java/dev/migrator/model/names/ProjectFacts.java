package dev.migrator.model.names;

import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;

/**
 * What one compilation consists of.
 *
 * @param assemblyName for {@code InternalsVisibleTo}
 * @param files its C# files, linked ones included, generated ones not
 * @param world which package table is visible
 * @param targetFramework such as {@code net8.0}: types that it does not have yet are not visible
 * @param sdk decides the implicit usings and whether ASP.NET Core is certainly there
 * @param hasImplicitUsings {@code ImplicitUsings} is enabled
 * @param usingItems {@code <Using>} items; an item in {@code removedUsings} takes one away
 * @param removedUsings {@code <Using Remove>} items
 * @param packages packages the project names
 * @param hasAspNetCore whether {@code FrameworkReference Microsoft.AspNetCore.App} is set
 * @param references projects that it references, also indirectly
 * @param friends assemblies that its project file shows its internals to
 */
public record ProjectFacts(
    String assemblyName,
    List<CSharpFile> files,
    World world,
    String targetFramework,
    SdkKind sdk,
    boolean hasImplicitUsings,
    List<UsingItem> usingItems,
    List<String> removedUsings,
    List<PackageReference> packages,
    boolean hasAspNetCore,
    List<ProjectFacts> references,
    List<String> friends) {

  public ProjectFacts {
    files = List.copyOf(files);
    usingItems = List.copyOf(usingItems);
    removedUsings = List.copyOf(removedUsings);
    packages = List.copyOf(packages);
    references = List.copyOf(references);
    friends = List.copyOf(friends);
  }

  /** The SDK of the project file. */
  public enum SdkKind {
    /** {@code Microsoft.NET.Sdk}. */
    DEFAULT,
    /** {@code Microsoft.NET.Sdk.Web}. */
    WEB,
    /** {@code Microsoft.NET.Sdk.Worker}. */
    WORKER
  }

  /** A plain project of these files with nothing else set. */
  public static ProjectFacts of(World world, List<CSharpFile> files) {
    return new ProjectFacts(
        "app",
        files,
        world,
        world == World.ISOLATED ? "net10.0" : "net8.0",
        SdkKind.DEFAULT,
        false,
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of());
  }

  public ProjectFacts withPackages(List<PackageReference> newPackages) {
    return new ProjectFacts(
        assemblyName,
        files,
        world,
        targetFramework,
        sdk,
        hasImplicitUsings,
        usingItems,
        removedUsings,
        newPackages,
        hasAspNetCore,
        references,
        friends);
  }

  public ProjectFacts withReferences(List<ProjectFacts> newReferences) {
    return new ProjectFacts(
        assemblyName,
        files,
        world,
        targetFramework,
        sdk,
        hasImplicitUsings,
        usingItems,
        removedUsings,
        packages,
        hasAspNetCore,
        newReferences,
        friends);
  }

  public ProjectFacts withUsings(boolean implicit, List<UsingItem> items) {
    return new ProjectFacts(
        assemblyName,
        files,
        world,
        targetFramework,
        sdk,
        implicit,
        items,
        removedUsings,
        packages,
        hasAspNetCore,
        references,
        friends);
  }

  /** The same project as it is compiled after the conversion. */
  public ProjectFacts inWorld(World newWorld, String newFramework, List<PackageReference> after) {
    return new ProjectFacts(
        assemblyName,
        files,
        newWorld,
        newFramework,
        sdk,
        hasImplicitUsings,
        usingItems,
        removedUsings,
        after,
        hasAspNetCore,
        references,
        friends);
  }
}
