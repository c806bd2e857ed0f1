package dev.migrator.syntax.csharp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/** Calls everything that the views of a tree offer. */
final class AllViews {
  private AllViews() {}

  static void visit(SyntaxNode node) {
    for (Class<?> type : node.getClass().getInterfaces()) {
      for (Method method : type.getMethods()) {
        boolean recursive =
            method.getName().equals("descendants") || method.getName().equals("list");
        if (method.getParameterCount() == 0 && !recursive) {
          call(node, method);
        }
      }
    }
    node.children().forEach(AllViews::visit);
  }

  private static void call(SyntaxNode node, Method method) {
    try {
      method.setAccessible(true);
      Object value = method.invoke(node);
      if (value == null || value instanceof Optional<?> found && found.isEmpty()) {
        return;
      }
    } catch (InvocationTargetException e) {
      throw new AssertionError(node.kind() + "." + method.getName() + " of " + node.text(), e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
