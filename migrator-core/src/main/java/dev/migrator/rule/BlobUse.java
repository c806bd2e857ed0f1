package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.FunctionParameter;
import java.util.Optional;

/** What the in-process host did for a blob beside reading and writing. */
final class BlobUse {
  private BlobUse() {}

  /**
   * What the kind of the binding is followed by in the table of types: {@code :optional} where a
   * missing blob was null in-process and the method would notice, {@code :created} where the
   * in-process binding made the container, {@code :file} where the worker takes the path of a
   * container for one blob (bindings 6, traps 6 to 8).
   */
  static Optional<String> suffix(FunctionParameter parameter) {
    Binding binding = parameter.binding().orElseThrow();
    if (!binding.kind().equals("blob") || binding.direction() == Direction.OUT) {
      return Optional.empty();
    }
    if (isFileForMany(binding)) {
      boolean isCreated =
          binding.direction() == Direction.INOUT
              && !"read".equals(binding.properties().get("access"));
      return Optional.of(isCreated ? ":file-created" : ":file");
    }
    boolean isRead = "read".equals(binding.properties().get("access"));
    if (binding.direction() == Direction.INOUT) {
      return isRead ? Optional.empty() : Optional.of(":created");
    }
    return ValueUse.mayTestForNull(parameter) ? Optional.of(":optional") : Optional.empty();
  }

  /** Several blobs, or their container, below a path that ends like a file's: {@code c/v1.0}. */
  private static boolean isFileForMany(Binding binding) {
    String type = binding.clrType().orElse("");
    return String.valueOf(binding.properties().get("blobPath")).matches(".*/.*\\.[A-Za-z0-9]+")
        && (type.startsWith("System.Collections.")
            || type.endsWith("[]") && !type.equals("System.Byte[]")
            || type.endsWith(".BlobContainerClient")
            || type.endsWith(".CloudBlobContainer"));
  }
}
