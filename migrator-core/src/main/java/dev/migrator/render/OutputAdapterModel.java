package dev.migrator.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The method that carries the attributes of a function with outputs and calls the method that did.
 *
 * @param attributes lists with brackets, one a line
 * @param declaration modifiers, return type, name, parameters
 * @param locals handed to the method
 * @param callStatement with semicolon: {@code var result = await Run(request, orders);}
 * @param outputClass the result class; null where a single output is returned as it is
 * @param returned the expression returned without result class; empty with one, and where the call
 *     is all
 */
public record OutputAdapterModel(
    List<String> attributes,
    String declaration,
    List<Local> locals,
    String callStatement,
    @Nullable OutputClass outputClass,
    String returned) {

  public OutputAdapterModel {
    attributes = List.copyOf(attributes);
    locals = List.copyOf(locals);
  }

  /**
   * {@code var orders = new OutputCollector<Order>();}.
   *
   * @param name of the local
   * @param value that the method fills
   */
  public record Local(String name, String value) {}

  /**
   * Class with one property for each output and the HTTP result.
   *
   * @param initializer behind each property where the project checks null
   */
  public record OutputClass(String name, List<Property> properties, String initializer) {
    public OutputClass {
      properties = List.copyOf(properties);
    }
  }

  /**
   * {@code [QueueOutput("orders")] public Order[] Orders { get; set; }}.
   *
   * @param attribute list with brackets
   * @param type as written in the file
   * @param name of the property
   * @param value what the adapter assigns
   */
  public record Property(String attribute, String type, String name, String value) {}

  public String text() {
    return Templates.render("OutputAdapter.cs.ftl", this);
  }
}
