package dev.migrator.pipeline;

import dev.migrator.git.GitRepository;
import dev.migrator.git.Identity;
import dev.migrator.git.Outcome;
import dev.migrator.git.Refusal;
import dev.migrator.git.RefusalCheck;
import dev.migrator.machine.DotnetSdk;
import dev.migrator.machine.PackageFeed;
import dev.migrator.report.DoctorReport;
import dev.migrator.report.DoctorReport.Ability;
import dev.migrator.report.DoctorReport.Check;
import dev.migrator.report.DoctorReport.State;
import dev.migrator.rule.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code doctor}: what this machine and a folder have; asks no network and changes nothing. */
final class DoctorRun {
  private final Path folder;
  private final Map<String, String> environment;
  private final List<Check> checks = new ArrayList<>();
  private final List<Ability> abilities = new ArrayList<>();

  DoctorRun(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  DoctorReport run() {
    checks.add(
        new Check(
            "Java",
            State.OK,
            Runtime.version() + " of " + System.getProperty("java.vendor", "an unknown vendor")));
    can("scan, preview, verify, rules, explain");
    Outcome<GitRepository> opening = GitRepository.open(folder, environment);
    if (opening.value().isPresent()) {
      try (GitRepository repository = opening.value().get()) {
        repository(repository);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      noRepository(opening.refusal().orElseThrow());
    }
    dotnet();
    return new DoctorReport(checks, abilities);
  }

  private void can(String command) {
    abilities.add(new Ability(command, List.of()));
  }

  private void repository(GitRepository repository) throws IOException {
    String branch = repository.branch().map(name -> "branch " + name).orElse("no branch");
    checks.add(
        new Check(
            "repository",
            State.OK,
            repository.workTree() + ", " + branch + ", commit " + repository.headCommit()));
    List<Refusal> refusals =
        new ArrayList<>(RefusalCheck.check(repository, ConvertRun.BRANCH, List.of()));
    checks.add(
        refusals.isEmpty()
            ? new Check("state of the repository", State.OK, "ready for a conversion")
            : new Check("state of the repository", State.ATTENTION, messages(refusals)));
    Outcome<Identity> identity = Identity.of(repository, null);
    identity(identity);
    identity.refusal().ifPresent(refusals::add);
    abilities.add(new Ability("convert PATH", refusals.stream().map(Refusal::toString).toList()));
    copies(Identity.ofUser(environment, null));
  }

  private static String messages(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::message).collect(Collectors.joining("; "));
  }

  private void noRepository(Refusal reason) {
    checks.add(new Check("repository", State.MISSING, reason.message()));
    Outcome<Identity> identity = Identity.ofUser(environment, null);
    identity(identity);
    abilities.add(new Ability("convert PATH", List.of(reason.toString())));
    copies(identity);
  }

  private void identity(Outcome<Identity> identity) {
    checks.add(
        new Check(
            "git identity",
            identity.value().isPresent() ? State.OK : State.MISSING,
            identity
                .value()
                .map(known -> known.author().toString())
                .orElseGet(() -> identity.refusal().orElseThrow().message())));
  }

  private void copies(Outcome<Identity> identity) {
    abilities.add(
        new Ability(
            "convert PATH --output DIR",
            identity.refusal().stream().map(Refusal::toString).toList()));
  }

  private void dotnet() {
    Optional<DotnetSdk> sdk = DotnetSdk.find(environment);
    List<String> versions = sdk.map(DotnetSdk::versions).orElse(List.of());
    String found =
        sdk.map(known -> known.command().toString()).orElse("not on PATH, no DOTNET_ROOT");
    checks.add(
        new Check(
            ".NET SDK",
            versions.isEmpty() ? State.MISSING : State.OK,
            found + (versions.isEmpty() ? "" : ": " + String.join(", ", versions))));
    List<PackageFeed> feeds = PackageFeed.of(folder, environment);
    checks.add(
        new Check(
            "package feeds",
            State.OK,
            feeds.isEmpty() ? "none configured; NuGet takes nuget.org" : feeds(feeds)));
    String target = Options.DEFAULT_FRAMEWORK;
    int major = Options.DEFAULT.targetMajor();
    boolean builds = DotnetSdk.builds(major, versions);
    abilities.add(
        new Ability(
            "dotnet build of what was converted to " + target,
            builds
                ? List.of()
                : List.of(
                    "there is no .NET SDK for " + target + " (install one, or build elsewhere)")));
  }

  private static String feeds(List<PackageFeed> feeds) {
    return feeds.stream()
        .map(feed -> feed.name() + " " + feed.place() + (feed.isRemote() ? " (not asked)" : ""))
        .collect(Collectors.joining(", "));
  }
}
