package dev.migrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The way of the data, as ARCHITECTURE.md tells it. */
@AnalyzeClasses(packages = "dev.migrator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("source")
          .definedBy("dev.migrator.source..")
          .layer("diagnostic")
          .definedBy("dev.migrator.diagnostic..")
          .layer("edit")
          .definedBy("dev.migrator.edit..")
          .layer("syntax")
          .definedBy("dev.migrator.syntax..")
          .layer("model")
          .definedBy("dev.migrator.model..")
          .layer("discover")
          .definedBy("dev.migrator.discover..")
          .layer("render")
          .definedBy("dev.migrator.render..")
          .layer("rule")
          .definedBy("dev.migrator.rule..")
          .layer("plan")
          .definedBy("dev.migrator.plan..")
          .layer("verify")
          .definedBy("dev.migrator.verify..")
          .layer("git")
          .definedBy("dev.migrator.git..")
          .layer("machine")
          .definedBy("dev.migrator.machine..")
          .layer("report")
          .definedBy("dev.migrator.report..")
          .layer("pipeline")
          .definedBy("dev.migrator.pipeline..")
          .whereLayer("syntax")
          .mayOnlyAccessLayers("source", "edit")
          .whereLayer("model")
          .mayOnlyAccessLayers("source", "syntax")
          .whereLayer("edit")
          .mayOnlyAccessLayers("source")
          .whereLayer("render")
          .mayNotAccessAnyLayer()
          .whereLayer("git")
          .mayOnlyAccessLayers("source")
          .whereLayer("machine")
          .mayOnlyAccessLayers("source", "syntax")
          .whereLayer("rule")
          .mayOnlyAccessLayers("source", "diagnostic", "edit", "syntax", "model", "render")
          .whereLayer("plan")
          .mayOnlyAccessLayers("source", "diagnostic", "edit", "rule")
          .whereLayer("verify")
          .mayOnlyAccessLayers("source", "diagnostic", "syntax", "model", "machine")
          .whereLayer("discover")
          .mayOnlyAccessLayers("source", "diagnostic", "syntax", "model");

  @ArchTest static final ArchRule ANTLR = only("org.antlr..", "dev.migrator.syntax..");
  @ArchTest static final ArchRule JGIT = only("org.eclipse.jgit..", "dev.migrator.git..");
  @ArchTest static final ArchRule FREEMARKER = only("freemarker..", "dev.migrator.render..");

  @ArchTest
  static final ArchRule PROCESSES =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.migrator.machine..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  @ArchTest
  static final ArchRule VIEWS_SHOW_NO_PARSER =
      noClasses()
          .that()
          .resideInAPackage("dev.migrator.rule..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.migrator.grammar..", "org.antlr..");

  private static ArchRule only(String library, String user) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(user, "dev.migrator.grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
