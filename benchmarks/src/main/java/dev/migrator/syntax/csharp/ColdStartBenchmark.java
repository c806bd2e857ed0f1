package dev.migrator.syntax.csharp;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The first pass in a fresh virtual machine, which is what a short command-line run is. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
public class ColdStartBenchmark {

  /** All of each file, bodies included. */
  @Benchmark
  public long firstPass(SourceSet sources, Volume volume) {
    return volume.pass(sources, ParserBenchmark::errors);
  }
}
