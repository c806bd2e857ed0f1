package dev.migrator.render;

/**
 * The class of cookies that tests make requests with, which ASP.NET Core 2 had.
 *
 * @param toolVersion named at the top of the file
 * @param namespace of the class
 */
public record RequestCookiesModel(String toolVersion, String namespace) {

  public String text() {
    return Templates.render("RequestCookieCollection.cs.ftl", this);
  }
}
