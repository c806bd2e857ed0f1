package dev.migrator.model.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a conversion records of an app for {@code verify}: a contract with members of its own, which
 * {@code fnlab} does not read.
 *
 * @param contract after the conversion
 * @param registrations statements of the entry point that register something, as written
 * @param neverRan names of functions that never ran in-process and do not run now either
 */
public record ContractLock(Contract contract, List<String> registrations, List<String> neverRan) {
  private static final String REGISTRATIONS = "registrations";
  private static final String NEVER_RAN = "neverRan";

  public ContractLock {
    registrations = List.copyOf(registrations);
    neverRan = List.copyOf(neverRan);
  }

  /** Without a line end behind the last brace. */
  public String toJson() {
    Map<String, Object> tree = new LinkedHashMap<>(contract.tree());
    tree.put(REGISTRATIONS, registrations);
    tree.put(NEVER_RAN, neverRan);
    return ContractJson.indented(tree);
  }

  /**
   * Reads what {@link #toJson} wrote; of a plain contract the lists are empty.
   *
   * @throws IllegalArgumentException when the text is no contract of this schema
   */
  public static ContractLock parse(String json) {
    return new ContractLock(
        Contract.parse(json),
        ContractJson.texts(json, REGISTRATIONS),
        ContractJson.texts(json, NEVER_RAN));
  }
}
