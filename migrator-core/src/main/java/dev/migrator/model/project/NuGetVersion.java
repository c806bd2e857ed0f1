package dev.migrator.model.project;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a package; order as NuGet defines it: {@code 1.0.0-beta.2} before {@code 1.0.0},
 * {@code 1.0} equal to {@code 1.0.0.0}.
 *
 * @param numbers without zeros at the end
 * @param label behind the hyphen; empty for a release
 * @param text as written
 */
public record NuGetVersion(List<BigInteger> numbers, String label, String text)
    implements Comparable<NuGetVersion> {
  private static final Pattern VERSION =
      Pattern.compile("(?<numbers>\\d+(?:\\.\\d+){0,3})(?:-(?<label>[0-9A-Za-z.-]+))?(?:\\+.*)?");
  private static final Pattern FLOATING = Pattern.compile("(?<start>(?:\\d+\\.)*)\\*.*");

  public NuGetVersion {
    numbers = List.copyOf(numbers);
  }

  /** Empty for what is no version, such as a property that is not known. */
  public static Optional<NuGetVersion> parse(String text) {
    Matcher matcher = VERSION.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (String number : matcher.group("numbers").split("\\.")) {
      numbers.add(new BigInteger(number));
    }
    while (!numbers.isEmpty() && numbers.get(numbers.size() - 1).signum() == 0) {
      numbers.remove(numbers.size() - 1);
    }
    String label = matcher.group("label");
    return Optional.of(new NuGetVersion(numbers, label == null ? "" : label, text.strip()));
  }

  /** The lowest version that a reference admits: {@code 4.*}, {@code [3.0.1,4)}, {@code 2.1.0}. */
  public static Optional<NuGetVersion> lowestOf(String request) {
    String text = request.strip();
    if (text.startsWith("[") || text.startsWith("(")) {
      String lower = text.substring(1).split("[,\\])]", -1)[0].strip();
      return lowestOf(lower.isEmpty() ? "0" : lower);
    }
    Matcher floating = FLOATING.matcher(text);
    return parse(floating.matches() ? floating.group("start") + "0" : text);
  }

  public int major() {
    return numbers.isEmpty() ? 0 : numbers.get(0).intValue();
  }

  public boolean isPrerelease() {
    return !label.isEmpty();
  }

  @Override
  public int compareTo(NuGetVersion other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int order = number(i).compareTo(other.number(i));
      if (order != 0) {
        return order;
      }
    }
    if (isPrerelease() != other.isPrerelease()) {
      return isPrerelease() ? -1 : 1;
    }
    return compareLabels(label.split("\\."), other.label.split("\\."));
  }

  private BigInteger number(int index) {
    return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
  }

  private static int compareLabels(String[] ours, String[] theirs) {
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      boolean isNumber = ours[i].matches("\\d{1,18}");
      boolean isOtherNumber = theirs[i].matches("\\d{1,18}");
      int order =
          isNumber && isOtherNumber
              ? Long.compare(Long.parseLong(ours[i]), Long.parseLong(theirs[i]))
              : isNumber != isOtherNumber
                  ? (isNumber ? -1 : 1)
                  : ours[i].compareToIgnoreCase(theirs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ours.length, theirs.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NuGetVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return numbers.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
