package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page of a rule or a finding, as it stands in the sources: {@code testdata/rules/ID-…/RULE.md}
 * with its case {@code basic}, or {@code docs/findings/ID.md}.
 *
 * @param id in capitals
 * @param text Markdown
 */
public record Explanation(String id, String text) {

  /** The page of an id in any case; empty for an id that does not exist. */
  public static Optional<Explanation> of(String id) {
    Optional<Explanation> rule =
        RuleList.folders().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(id))
            .map(entry -> new Explanation(entry.getKey(), rulePage(entry.getValue())))
            .findFirst();
    return rule.or(() -> Code.ofId(id).map(code -> new Explanation(code.id(), findingPage(code))));
  }

  private static String findingPage(Code code) {
    String why =
        Blocker.of(code)
            .map(
                b ->
                    "\n\n## Why it can stop a conversion\n"
                        + b.reason()
                        + " ("
                        + b.section()
                        + ").")
            .orElse("");
    return page("/findings/" + code.id() + ".md") + why;
  }

  private static String rulePage(String folder) {
    return page("/rules/" + folder + "/RULE.md")
        + "\n\n## Example\n\n```\n"
        + page("/rules/" + folder + "/basic.case")
        + "\n```";
  }

  private static String page(String resource) {
    try (InputStream stream = Explanation.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no page " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
