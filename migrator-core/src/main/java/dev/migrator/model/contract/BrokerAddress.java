package dev.migrator.model.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where RabbitMQ is and who asks, as an attribute says it in parts before version 2 of the
 * extension; from then on one setting holds all of it as an AMQP URI
 * (azure-functions-rabbitmq-extension v1.0.0, RabbitMQTriggerAttributeBindingProvider and
 * RabbitMQService). Texts may hold {@code %SETTING%}; no text of a password leaves this class but
 * in the URI.
 */
public final class BrokerAddress {
  /** The property that names the setting. */
  public static final String SETTING = "connectionStringSetting";

  private static final Set<String> PARTS =
      Set.of("hostName", "userNameSetting", "passwordSetting", "userName", "password", "port");

  private static final Pattern NAME = Pattern.compile("%([^%\\s]+)%");
  private static final String DEFAULT_HOST = "localhost";
  private static final int DEFAULT_PORT = 5672;

  /** What the client takes where nobody is named. */
  private static final String GUEST = "guest";

  private final String host;
  private final Optional<String> user;
  private final Optional<String> password;
  private final int port;

  private BrokerAddress(String host, Optional<String> user, Optional<String> password, int port) {
    this.host = host;
    this.user = user;
    this.password = password;
    this.port = port;
  }

  /** Whether a property of a binding is a part of an address. */
  public static boolean isPart(String kind, String property) {
    return kind.startsWith("rabbitMQ") && PARTS.contains(property);
  }

  /**
   * Of the properties of a binding, normalised; empty where they name a setting for the whole, have
   * no part of an address, or one that cannot be told.
   */
  public static Optional<BrokerAddress> of(String kind, SortedMap<String, Object> properties) {
    boolean hasParts = properties.keySet().stream().anyMatch(key -> isPart(kind, key));
    boolean isTold =
        properties.entrySet().stream()
            .filter(property -> isPart(kind, property.getKey()))
            .allMatch(property -> isTold(property.getKey(), property.getValue()));
    if (!hasParts || !isTold || properties.containsKey(SETTING)) {
      return Optional.empty();
    }
    return Optional.of(
        new BrokerAddress(
            text(properties, "hostName").orElse(DEFAULT_HOST),
            text(properties, "userNameSetting").or(() -> named(properties, "userName")),
            text(properties, "passwordSetting").or(() -> named(properties, "password")),
            properties.get("port") instanceof Number number ? number.intValue() : 0));
  }

  private static boolean isTold(String key, Object value) {
    return key.equals("port")
        ? value instanceof Number
        : value instanceof String text && !text.matches("(?s).*[{}].*|.*[/:@].*");
  }

  private static Optional<String> text(SortedMap<String, Object> properties, String key) {
    return Optional.ofNullable(properties.get(key)).map(Object::toString);
  }

  /** Outputs have the name of a setting where triggers have a text with one. */
  private static Optional<String> named(SortedMap<String, Object> properties, String key) {
    return text(properties, key).map(name -> "%" + name + "%");
  }

  /** The name of the setting that holds the whole: {@code RabbitMQ_rabbit_User}. */
  public String setting() {
    return "RabbitMQ_"
        + word(host)
        + user.map(name -> "_" + word(name)).orElse("")
        + (port == 0 || port == DEFAULT_PORT ? "" : "_" + port);
  }

  private static String word(String text) {
    return text.replace("%", "").replaceAll("\\W", "_");
  }

  /** The URI with names of what it is made of, for people. */
  public String described() {
    return "amqp://" + (isOfGuest() ? "" : "USER:PASSWORD@") + host + portText();
  }

  /** Settings that the parts name, in the order of the URI. */
  public Set<String> settings() {
    Set<String> names = new LinkedHashSet<>();
    for (String text : List.of(user.orElse(""), password.orElse(""), host)) {
      NAME.matcher(text).results().forEach(name -> names.add(name.group(1)));
    }
    return names;
  }

  /** The URI; empty where a setting has no value. */
  public Optional<String> uri(Function<String, Optional<String>> settings) {
    Optional<String> knownHost = filled(host, settings);
    Optional<String> knownUser = filled(user.orElse(GUEST), settings);
    Optional<String> knownPassword = filled(password.orElse(GUEST), settings);
    if (knownHost.isEmpty() || knownUser.isEmpty() || knownPassword.isEmpty()) {
      return Optional.empty();
    }
    String who =
        isOfGuest() ? "" : encoded(knownUser.get()) + ":" + encoded(knownPassword.get()) + "@";
    return Optional.of("amqp://" + who + knownHost.get() + portText());
  }

  /** Whether nobody is named: the client takes its own default. */
  public boolean isOfGuest() {
    return user.isEmpty() && password.isEmpty();
  }

  private String portText() {
    return port == 0 ? "" : ":" + port;
  }

  private static Optional<String> filled(String text, Function<String, Optional<String>> settings) {
    StringBuilder filled = new StringBuilder();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      Optional<String> value = settings.apply(name.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      name.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    name.appendTail(filled);
    return Optional.of(filled.toString());
  }

  /** The client reads {@code +} as itself. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
