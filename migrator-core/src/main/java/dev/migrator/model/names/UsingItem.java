package dev.migrator.model.names;

/**
 * {@code <Using Include="N" Static="true" Alias="A"/>} of a project file.
 *
 * @param include the namespace or type
 * @param isStatic whether {@code Static} is true
 * @param alias empty for none
 */
public record UsingItem(String include, boolean isStatic, String alias) {
  public static UsingItem of(String namespace) {
    return new UsingItem(namespace, false, "");
  }
}
