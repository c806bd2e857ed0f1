package dev.migrator.model;

import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.model.names.NameResolver;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * Finds the functions of a project in its source: names, triggers, bindings and what else the host
 * reads from attributes. Reads what the generators of the model read, no more.
 */
public final class FunctionReader {
  private static final String IN_PROCESS_NAME = "Microsoft.Azure.WebJobs.FunctionNameAttribute";
  private static final String ISOLATED_NAME = "Microsoft.Azure.Functions.Worker.FunctionAttribute";

  private final TypeNames types;
  private final AttributeReader attributes;
  private final UserMaps maps;

  private FunctionReader(NameResolver names, ConstantEvaluator constants, UserMaps maps) {
    this.maps = maps;
    this.types = new TypeNames(names);
    this.attributes = new AttributeReader(names, constants);
  }

  /**
   * The functions in order of files and places; those in nested classes included, see {@link
   * Function#isNested}.
   *
   * @param files of the project that declares the functions
   * @param names what a name means in these files, in the world of the model
   * @param constants values of constants in these files
   */
  public static List<Function> read(
      List<CSharpFile> files,
      NameResolver names,
      ConstantEvaluator constants,
      ProgrammingModel model) {
    return read(files, names, constants, model, HostValues.NONE, UserMaps.NONE);
  }

  /** The same with what host.json and the user say of bindings. */
  public static List<Function> read(
      List<CSharpFile> files,
      NameResolver names,
      ConstantEvaluator constants,
      ProgrammingModel model,
      HostValues host,
      UserMaps maps) {
    FunctionReader reader = new FunctionReader(names, constants, maps);
    return files.stream()
        .flatMap(CSharpFile::methods)
        .flatMap(method -> reader.read(method, model, host).stream())
        .toList();
  }

  private Optional<Function> read(
      MethodDeclaration method, ProgrammingModel model, HostValues host) {
    String wanted = model == ProgrammingModel.ISOLATED ? ISOLATED_NAME : IN_PROCESS_NAME;
    return FunctionSite.attributesOfMethod(method)
        .flatMap(attribute -> attributes.read(attribute).stream())
        .filter(attribute -> attribute.type().is(wanted))
        .findFirst()
        .map(name -> new FunctionSite(method, name, types, attributes, maps))
        .map(site -> read(site, model, host));
  }

  private static Function read(FunctionSite site, ProgrammingModel model, HostValues host) {
    return switch (model) {
      case IN_PROCESS -> new InProcessFunction(site, host).read();
      case ISOLATED -> new IsolatedFunction(site).read();
    };
  }
}
