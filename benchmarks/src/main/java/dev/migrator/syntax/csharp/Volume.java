package dev.migrator.syntax.csharp;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What passes read, take and allocate, shown as rates beside the passes a second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Volume {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** UTF-8 bytes of the files that were read. */
  public long source;

  /** Heap bytes that the reading thread allocated. */
  public long allocated;

  /** Nanoseconds for which that thread ran: what the clock says depends on other processes. */
  public long cpu;

  /** One pass over the files, on one thread with a stack that is deep enough. */
  long pass(SourceSet sources, ToLongFunction<SourceSet> work) {
    return DeepStack.call(
        () -> {
          long before = THREADS.getCurrentThreadAllocatedBytes();
          long start = THREADS.getCurrentThreadCpuTime();
          long result = work.applyAsLong(sources);
          cpu += THREADS.getCurrentThreadCpuTime() - start;
          allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
          source += sources.bytes();
          return result;
        });
  }
}
