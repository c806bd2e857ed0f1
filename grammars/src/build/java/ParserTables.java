import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNDeserializer;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.StarLoopEntryState;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.Interval;

/**
 * Run by the build, between ANTLR and the compiler: works out what one token or two decide for the
 * parser of C#, writes that down as {@code CSharpTables}, and takes the network of states (ATN) out
 * of the parser's static initializer, into that class. A valid file is then read without the
 * network, whose making takes a tenth of a cold start; what the tables leave open asks it.
 *
 * <p>Arguments: the folder of the generated sources, and this file: after a change of it the tables
 * are made anew from a copy of what ANTLR wrote. Fails when ANTLR writes its parser another way.
 */
public final class ParserTables {
  /** What CSharpPrediction takes from a cell: below are alternatives. */
  private static final int PRECEDENCE = 0x100;

  private static final int SECOND_TOKEN = 0x200;

  private static final int OPEN = 0;
  private static final int MIXED = -1;

  private final ATN atn;
  private final List<List<RuleTransition>> calls = new ArrayList<>();
  private final List<int[]> secondRows = new ArrayList<>();

  private ParserTables(ATN atn) {
    this.atn = atn;
    for (int i = 0; i < atn.ruleToStartState.length; i++) {
      calls.add(new ArrayList<>());
    }
    for (ATNState state : atn.states) {
      if (state != null
          && state.getNumberOfTransitions() > 0
          && state.transition(0) instanceof RuleTransition call) {
        calls.get(call.target.ruleIndex).add(call);
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path program = Path.of(arguments[1]);
    Path parser = folder.resolve("CSharpParser.java");
    Path original = folder.resolve("CSharpParser.antlr");
    Path tables = folder.resolve("CSharpTables.java");
    if (!Files.readString(parser).contains("CSharpAtn")) {
      Files.copy(parser, original, StandardCopyOption.REPLACE_EXISTING);
    } else if (Files.getLastModifiedTime(tables).compareTo(Files.getLastModifiedTime(program)) > 0) {
      return;
    }
    String source = Files.readString(original);
    String network = cut(source, "\tpublic static final String _serializedATN =\n", ";\n");
    ATN atn = new ATNDeserializer().deserialize(states(folder.resolve("CSharpParser.interp")));
    Files.writeString(parser, withoutNetwork(source, network));
    Files.writeString(tables, new ParserTables(atn).text(asked(source), network));
  }

  private static int[] states(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data);
    String numbers = lines.get(lines.indexOf("atn:") + 1).replaceAll("[\\[\\] ]", "");
    return Stream.of(numbers.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  /** The decisions that the parser does not take by itself. */
  private static Set<Integer> asked(String source) {
    Set<Integer> decisions = new TreeSet<>();
    Matcher calls = Pattern.compile("adaptivePredict\\(_input,(\\d+),").matcher(source);
    while (calls.find()) {
      decisions.add(Integer.valueOf(calls.group(1)));
    }
    return decisions;
  }

  private static String withoutNetwork(String source, String network) {
    String lean = source;
    lean = replace(lean, cut(lean, "\tpublic static final ATN _ATN =", "\n\t}\n"), "");
    lean = replace(lean, network, "");
    lean =
        replace(lean, "\tpublic String getSerializedATN() { return _serializedATN; }\n", "");
    lean = replace(lean, "getATN() { return _ATN; }", "getATN() { return CSharpAtn.STATES; }");
    lean = replace(lean, "\tprotected static final DFA[] _decisionToDFA;\n", "");
    lean = replace(lean, cut(lean, "\tprotected static final PredictionContextCache", ";\n"), "");
    lean =
        replace(
            lean,
            "\t\t_interp = new ParserATNSimulator(this,_ATN,_decisionToDFA,_sharedContextCache);\n",
            "");
    lean = replace(lean, "\n\t@Override\n\n\t@Override\n", "\n\t@Override\n");
    lean = lean.replace("getInterpreter().adaptivePredict(_input,", "predict(");
    return lean.replace("_errHandler.sync(this);", "sync();");
  }

  private static String replace(String text, String old, String replacement) {
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalStateException("CSharpParser.java does not hold once: " + old);
    }
    return text.substring(0, at) + replacement + text.substring(at + old.length());
  }

  private static String cut(String text, String start, String end) {
    int from = text.indexOf(start);
    int to = text.indexOf(end, from);
    if (from < 0 || to < 0) {
      throw new IllegalStateException("CSharpParser.java does not hold: " + start);
    }
    return text.substring(from, to + end.length());
  }

  private String text(Set<Integer> decisions, String network) {
    int[] rowOf = new int[atn.getNumberOfDecisions()];
    List<int[]> rows = new ArrayList<>();
    for (int decision : decisions) {
      rowOf[decision] = rows.size();
      rows.add(row(atn.getDecisionState(decision)));
    }
    return """
        // Generated from CSharpParser.interp by ParserTables
        package dev.migrator.grammar;

        @SuppressWarnings("all")
        final class CSharpTables {
        \tstatic final int WIDTH = %d;
        \tstatic final int PRECEDENCE = 0x%x;
        \tstatic final int SECOND_TOKEN = 0x%x;
        \tstatic final String ROW_OF_DECISION =%s;
        \tstatic final String ROWS =%s;
        \tstatic final String SECOND_ROWS =%s;
        %s}
        """
        .formatted(
            width(),
            PRECEDENCE,
            SECOND_TOKEN,
            literal(List.of(rowOf)),
            literal(rows),
            literal(secondRows),
            network.replace("public static final String _serializedATN", "static final String STATES"));
  }

  private static String literal(List<int[]> rows) {
    StringBuilder text = new StringBuilder();
    for (int[] row : rows) {
      text.append(text.isEmpty() ? "\n\t\t\"" : "\"+\n\t\t\"");
      for (int value : row) {
        text.append(String.format("\\u%04x", value).replace("\\u000a", "\\n"));
      }
    }
    return text.append('"').toString().replace("\\u000d", "\\r").replace("\\u0022", "\\\"");
  }

  /** A cell for each token, the end of file first. */
  private int width() {
    return atn.maxTokenType + 2;
  }

  private int[] row(DecisionState decision) {
    int[] alternatives = alternatives(decision);
    boolean isLoop = decision instanceof StarLoopEntryState loop && loop.isPrecedenceDecision;
    Ways ways = isLoop ? operators(decision) : ways(decision);
    int[] row = new int[width()];
    for (int token = 0; token < row.length; token++) {
      int cell = alternatives[token];
      if (cell == MIXED || (isLoop && cell == OPEN)) {
        cell = isLoop ? ways.cell(token) : MIXED;
      }
      row[token] = cell == MIXED ? second(ways.second.get(token)) : cell;
    }
    return row;
  }

  /**
   * The only alternative that can begin with a token; the one that ends the rule where none can,
   * since a mark may have yet to be put in there.
   */
  private int[] alternatives(DecisionState decision) {
    int[] cells = new int[width()];
    int ending = OPEN;
    for (int i = decision.getNumberOfTransitions(); i > 0; i--) {
      Step first = new Step(null);
      first.from(decision.transition(i - 1).target, null);
      ending = first.left ? i : ending;
      for (int token : first.to.keySet()) {
        cells[token] = cells[token] == OPEN || cells[token] == i ? i : MIXED;
      }
    }
    for (int token = 0; token < cells.length; token++) {
      cells[token] = cells[token] == OPEN ? ending : cells[token];
    }
    return cells;
  }

  private Ways ways(DecisionState decision) {
    Ways ways = new Ways();
    for (int i = 0; i < decision.getNumberOfTransitions(); i++) {
      ways.add(decision.transition(i).target, null, i + 1);
    }
    return ways;
  }

  /** The loop over the operators of a rule: on with one that binds as tightly as a cell says. */
  private Ways operators(DecisionState loop) {
    Ways ways = new Ways();
    ATNState operators = loop.transition(0).target;
    for (int i = 0; i < operators.getNumberOfTransitions(); i++) {
      ATNState operator = operators.transition(i).target;
      ways.add(operator, null, PRECEDENCE + precedence(operator));
    }
    ways.add(loop.transition(1).target, loop, 2);
    return ways;
  }

  private static int precedence(ATNState operator) {
    ATNState state = operator;
    while (true) {
      Transition transition = state.transition(0);
      if (transition instanceof PrecedencePredicateTransition predicate) {
        return predicate.precedence;
      }
      state = transition.target;
    }
  }

  private int second(Map<Integer, Integer> cells) {
    int[] row = new int[width()];
    boolean isDecided = false;
    for (Map.Entry<Integer, Integer> cell : cells.entrySet()) {
      row[cell.getKey()] = Math.max(OPEN, cell.getValue());
      isDecided |= cell.getValue() > OPEN;
    }
    if (!isDecided) {
      return OPEN;
    }
    secondRows.add(row);
    return SECOND_TOKEN + secondRows.size() - 1;
  }

  /** Where a rule goes on when it ends, innermost first; nothing known about what is around null. */
  private record Around(ATNState state, Around next) {}

  private record Place(ATNState state, Around around) {}

  /** What each token, and each token behind it, leads to. */
  private final class Ways {
    private final Map<Integer, Integer> first = new TreeMap<>();
    final Map<Integer, Map<Integer, Integer>> second = new TreeMap<>();

    void add(ATNState start, ATNState limit, int value) {
      Step step = new Step(limit);
      step.from(start, null);
      step.to.forEach(
          (token, places) -> {
            put(first, token, value);
            Step behind = new Step(null);
            places.forEach(place -> behind.from(place.state(), place.around()));
            Map<Integer, Integer> cells = second.computeIfAbsent(token, t -> new TreeMap<>());
            behind.to.keySet().forEach(next -> put(cells, next, value));
          });
    }

    /** What the first token says by itself. */
    int cell(int token) {
      return first.getOrDefault(token, OPEN);
    }

    private static void put(Map<Integer, Integer> cells, int token, int value) {
      cells.merge(token, value, (old, now) -> old.equals(now) ? old : MIXED);
    }
  }

  /** From places over one token, tokens moved up by one. */
  private final class Step {
    private final ATNState limit;
    private final Set<Place> seen = new HashSet<>();
    final Map<Integer, Set<Place>> to = new TreeMap<>();

    /** Whether the rule of the start can end before the token. */
    boolean left;

    Step(ATNState limit) {
      this.limit = limit;
    }

    void from(ATNState state, Around around) {
      if (state.equals(limit) || !seen.add(new Place(state, around))) {
        return;
      }
      if (state instanceof RuleStopState) {
        leave(state, around);
        return;
      }
      for (Transition transition : state.getTransitions()) {
        if (transition instanceof RuleTransition call) {
          from(call.target, new Around(call.followState, around));
        } else if (transition.isEpsilon()) {
          from(transition.target, around);
        } else {
          Place place = new Place(transition.target, around);
          for (Interval range : transition.label().getIntervals()) {
            for (int token = range.a; token <= range.b; token++) {
              to.computeIfAbsent(token + 1, t -> new HashSet<>()).add(place);
            }
          }
        }
      }
    }

    private void leave(ATNState end, Around around) {
      if (around != null) {
        from(around.state(), around.next());
        return;
      }
      left = true;
      for (RuleTransition call : calls.get(end.ruleIndex)) {
        from(call.followState, null);
      }
    }
  }
}
