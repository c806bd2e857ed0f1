package dev.migrator.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Name and mail address as they stand in a commit. */
public record Person(String name, String mail) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([^<>\\p{Cntrl}]*?)\\s*<([^<>\\s]+)>\\s*");

  public Person {
    if (name.isBlank() || mail.isBlank()) {
      throw new IllegalArgumentException("a person has a name and a mail address");
    }
  }

  /** Reads {@code Name <mail>}; empty for anything else. */
  public static Optional<Person> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && !matcher.group(1).isBlank()
        ? Optional.of(new Person(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name + " <" + mail + ">";
  }
}
