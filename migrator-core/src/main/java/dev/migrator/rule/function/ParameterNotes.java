package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.project.Project;
import dev.migrator.rule.FunctionPlan;
import java.util.ArrayList;
import java.util.List;

/** Parameters that the worker supplies, and not quite as the in-process host did (T33, T36). */
final class ParameterNotes {
  private static final String REDIS =
      "StackExchange\\.Redis\\.(ChannelMessage|RedisValue|StreamEntry|NameValueEntry)(\\[])?";

  /** azure-functions-redis-extension c8ddae8: the value of the trigger names the channels too. */
  private static final String WITH_CHANNELS = "0.5.0-preview";

  private static final String TOKEN = "System.Threading.CancellationToken";

  private ParameterNotes() {}

  static List<Diagnostic> check(FunctionPlan plan, Project project) {
    boolean isOldRedis = project.isBefore("Redis", WITH_CHANNELS);
    List<Diagnostic> findings = new ArrayList<>();
    for (FunctionParameter parameter : plan.function().parameters()) {
      String type = parameter.typeName().orElse("");
      if (isOldRedis && isOf(parameter, "redisPubSubTrigger") && !type.matches(REDIS)) {
        findings.add(messageAlone(plan.function(), parameter));
      }
      if (type.equals(TOKEN)) {
        findings.add(
            note(
                plan.function(),
                parameter,
                "is cancelled as well when the caller of a request goes away, or before the call"
                    + " begins",
                "nothing to do where the code ends early at any time"));
      } else if (type.matches(REDIS) && isOf(parameter, "redis(PubSub|Stream)Trigger")) {
        findings.add(
            note(
                plan.function(),
                parameter,
                "is made of text: bytes that are no UTF-8 do not reach the worker",
                "nothing to do unless such bytes are sent"));
      } else if (isBatch(parameter, type) && isOf(parameter, "redis(List|Stream)Trigger")) {
        findings.add(
            note(
                plan.function(),
                parameter,
                "holds one entry: the extension has no batches for the worker",
                "nothing to do unless the code counts on more"));
      } else if (isBatch(parameter, type)) {
        findings.add(
            note(
                plan.function(),
                parameter,
                "may hold null where a message is empty",
                "skip null where the code asks an element for something"));
      }
    }
    return findings;
  }

  private static Diagnostic messageAlone(Function function, FunctionParameter parameter) {
    return Diagnostic.of(
        Code.WORKS_DIFFERENTLY,
        parameter.syntax().location(),
        "`"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "` was the message alone before version 0.5 of the extension; now it is JSON with"
            + " SubscriptionChannel, Channel and Message",
        "read the member Message of it, or take a ChannelMessage before the conversion");
  }

  private static boolean isOf(FunctionParameter parameter, String kinds) {
    return parameter.binding().filter(binding -> binding.kind().matches(kinds)).isPresent();
  }

  private static boolean isBatch(FunctionParameter parameter, String type) {
    return type.endsWith("[]")
        && !type.equals("System.Byte[]")
        && parameter.binding().filter(binding -> binding.isTrigger()).isPresent();
  }

  private static Diagnostic note(
      Function function, FunctionParameter parameter, String what, String advice) {
    return Diagnostic.of(
        Code.ARRIVES_DIFFERENTLY,
        parameter.syntax().location(),
        "`" + parameter.name() + "` of function `" + function.displayName() + "` " + what,
        advice);
  }
}
