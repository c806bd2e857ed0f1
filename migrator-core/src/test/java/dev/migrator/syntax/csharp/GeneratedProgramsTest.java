package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Generated programs are read; whatever is done to them, the text is kept and nothing throws. */
class GeneratedProgramsTest {
  private static final int PROGRAMS = 1_000;
  private static final int MUTANTS = Integer.getInteger("mutants", 10_000);
  private static final Duration SLOWEST = Duration.ofSeconds(5);

  private static CSharpFile parse(String text) {
    CSharpFile file = CSharpParser.parse(SourceFile.of("P.cs", text), PreprocessorSymbols.NONE);
    file.errors();
    return file;
  }

  private static String joined(CSharpFile file) {
    return file.tokens().all().stream().map(Token::text).collect(Collectors.joining());
  }

  @Test
  void readsGeneratedPrograms() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      String text = new ProgramGenerator(seed).program();
      CSharpFile file = parse(text);
      assertThat(file.errors()).as("seed %d\n%s", seed, text).isEmpty();
      assertThat(joined(file)).isEqualTo(text);
    }
  }

  @Test
  void keepsTheTextOfBrokenPrograms() {
    for (int seed = 0; seed < MUTANTS; seed++) {
      String text = mutant(seed);
      long start = System.nanoTime();
      String kept;
      try {
        kept = joined(parse(text));
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + "\n" + text, e);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("seed %d", seed)
          .isLessThan(SLOWEST);
      assertThat(kept).as("seed %d", seed).isEqualTo(text);
    }
  }

  private static String mutant(int seed) {
    Random random = new Random(seed);
    String program = new ProgramGenerator(seed % 500).program();
    List<String> tokens =
        new ArrayList<>(parse(program).tokens().all().stream().map(Token::text).toList());
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      mutate(tokens, random);
    }
    String text = String.join("", tokens);
    return random.nextInt(8) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
  }

  private static void mutate(List<String> tokens, Random random) {
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(6)) {
      case 0 -> tokens.set(at, "");
      case 1 -> tokens.add(at, tokens.get(other));
      case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
      case 3 -> tokens.set(at, tokens.get(at).substring(tokens.get(at).length() / 2));
      case 4 -> tokens.add(at, directive(random));
      default -> tokens.add(at, piece(random));
    }
  }

  private static String directive(Random random) {
    List<String> lines = List.of("#if A", "#if !A", "#else", "#elif B", "#endif", "#region '\"");
    return "\n" + lines.get(random.nextInt(lines.size())) + "\n";
  }

  private static String piece(Random random) {
    List<String> pieces =
        List.of(
            "\"", "$\"{", "\"\"\"", "@\"", "/*", "(", ")", "{", "}", "<", ">", "[", "'", "=>", "?");
    return pieces.get(random.nextInt(pieces.size()));
  }
}
