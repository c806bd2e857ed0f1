package dev.migrator.syntax.csharp;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs parsers where deep nesting of the text does not overflow the stack. */
final class DeepStack {
  private static final long BYTES = 512L << 20;
  private static final String NAME = "migrator-parser";

  private DeepStack() {}

  static <T> T call(Callable<T> task) {
    if (Thread.currentThread().getName().equals(NAME)) {
      return direct(task);
    }
    FutureTask<T> future = new FutureTask<>(task);
    new Thread(null, future, NAME, BYTES).start();
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> T direct(Callable<T> task) {
    try {
      return task.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
