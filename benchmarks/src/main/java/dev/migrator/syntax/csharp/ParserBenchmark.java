package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd;
import dev.migrator.source.SourceFile;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Passes over the same files in a warm virtual machine. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ParserBenchmark {

  /** The yardstick: looks at each character once. */
  @Benchmark
  public long characters(SourceSet sources, Volume volume) {
    return volume.pass(sources, ParserBenchmark::sumOfCharacters);
  }

  /** Tokens with their final types. */
  @Benchmark
  public long lexing(SourceSet sources, Volume volume) {
    return volume.pass(sources, ParserBenchmark::tokens);
  }

  /** Declarations, with bodies left alone: what each file of an app gets. */
  @Benchmark
  public long skeleton(SourceSet sources, Volume volume) {
    return volume.pass(sources, ParserBenchmark::declarationErrors);
  }

  /** All of the file, bodies included. */
  @Benchmark
  public long fullParse(SourceSet sources, Volume volume) {
    return volume.pass(sources, ParserBenchmark::errors);
  }

  private static long sumOfCharacters(SourceSet sources) {
    long sum = 0;
    for (SourceFile file : sources.files()) {
      String text = file.text();
      for (int i = 0; i < text.length(); i++) {
        sum += text.charAt(i);
      }
    }
    return sum;
  }

  private static long tokens(SourceSet sources) {
    long count = 0;
    for (SourceFile file : sources.files()) {
      count += CSharpFrontEnd.lex(file.text(), Set.of()).all().size();
    }
    return count;
  }

  private static long declarationErrors(SourceSet sources) {
    long count = 0;
    for (SourceFile file : sources.files()) {
      count += CSharpParser.parse(file, PreprocessorSymbols.NONE).declarationErrors().size();
    }
    return count;
  }

  static long errors(SourceSet sources) {
    long count = 0;
    for (SourceFile file : sources.files()) {
      count += CSharpParser.parse(file, PreprocessorSymbols.NONE).errors().size();
    }
    return count;
  }
}
