package dev.migrator.syntax.csharp;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs parsers where deep nesting of the text does not overflow the stack. A command that runs here
 * as a whole saves the change of threads for each file and body.
 */
public final class DeepStack {
  private static final long BYTES = 512L << 20;
  private static final String NAME = "migrator-parser";

  /** Threads are kept: to start one with such a stack costs more than most bodies do. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(null, task, NAME, BYTES);
            thread.setDaemon(true);
            return thread;
          });

  private DeepStack() {}

  /** The result of the task; what it throws unchecked comes out as it is. */
  public static <T> T call(Callable<T> task) {
    if (Thread.currentThread().getName().equals(NAME)) {
      return direct(task);
    }
    try {
      return THREADS.submit(task).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> T direct(Callable<T> task) {
    try {
      return task.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
