package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.UserMaps;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names each entry of migrator.yaml that decided something, with the first place: what the user
 * says is not checked against the packages. Changes nothing; the rules for packages, names and
 * arguments do what the entries say.
 */
public final class UserEntries implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0115", "Entries of migrator.yaml are named where they decide", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    UserMaps maps = conversion.options().maps();
    if (maps.equals(UserMaps.NONE)) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      for (PackageReference reference : code.project().items().packages()) {
        if (maps.packages().stream().anyMatch(row -> row.isFor(reference.id()))) {
          outcome.finding(decided("package " + reference.id(), reference.location()));
        }
      }
    }
    types(conversion, maps.typesBefore())
        .forEach((type, place) -> outcome.finding(decided("`" + type + "`", place)));
    return outcome.build();
  }

  /** The first place of each type that the code names. */
  private static Map<String, Location> types(Conversion conversion, Set<String> wanted) {
    Map<String, Location> found = new TreeMap<>();
    for (CodeBase code : conversion.app().codeBases()) {
      for (CSharpFile file : code.files()) {
        code.names()
            .references(file)
            .forEach(
                reference ->
                    reference
                        .resolution()
                        .type()
                        .filter(type -> wanted.contains(type.metadataName()))
                        .ifPresent(
                            type ->
                                found.putIfAbsent(
                                    type.metadataName(),
                                    file.source().location(reference.span().start()))));
      }
    }
    return found;
  }

  private static Diagnostic decided(String what, Location place) {
    return Diagnostic.of(
        Code.MAPPED_BY_USER,
        place,
        "migrator.yaml says what becomes of " + what,
        "nothing to do when the result builds: the entry is taken at its word");
  }
}
