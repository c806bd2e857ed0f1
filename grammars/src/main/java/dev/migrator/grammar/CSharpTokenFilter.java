package dev.migrator.grammar;

import static dev.migrator.grammar.CSharpLexer.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Gives tokens whose meaning depends on what stands around them a type of their own. */
final class CSharpTokenFilter {
  private static final int NONE = -1;

  /** How many patterns around one are looked at to tell that it is one. */
  private static final int PATTERN_LEVELS = 100;

  private static final byte NO_ARM = 0;

  /** Inside of a switch expression, before an arrow and behind it. */
  private static final byte PATTERN = 1;

  private static final byte VALUE = 2;

  private final CSharpTokenBuffer tokens;
  private final CSharpClassifier classifier;
  private final int[] match;
  private final int[] outer;

  /** Commas directly behind an opening bracket; those of a query's order do not count. */
  private final int[] commas;

  /** How many type arguments stand open around an opening bracket. */
  private final int[] anglesOutside;

  /** Places of the tokens that another pass may give another type. */
  private final int[] notable;

  private int notables;

  /** Colons of the question marks that were asked for one, by the place of these. */
  private final Map<Integer, Integer> colons = new HashMap<>();

  /** Marks to put in, by the place that they come before. */
  private final Map<Integer, Integer> marks = new TreeMap<>();

  private CSharpTokenFilter(CSharpTokenBuffer significant, CSharpScratch scratch) {
    this.tokens = significant;
    this.classifier = new CSharpClassifier(tokens);
    scratch.expectTokens(tokens.size());
    this.match = scratch.match;
    this.outer = scratch.outer;
    this.commas = scratch.commas;
    this.anglesOutside = scratch.angles;
    this.notable = scratch.notable;
  }

  /**
   * Gives the significant tokens the types that a parser starts with.
   *
   * @param significant without trivia, the end of file last
   * @param places loses what is joined
   */
  static void classify(CSharpTokenBuffer significant, CSharpPlaces places, CSharpScratch scratch) {
    CSharpTokenFilter filter = new CSharpTokenFilter(significant, scratch);
    filter.matchBrackets();
    boolean hasArguments = filter.typeArguments();
    boolean hasJoined = filter.joinOperators(places);
    if (hasArguments || hasJoined) {
      filter.matchBrackets();
    }
    filter.classifier.forget();
    filter.queries();
    filter.words();
    filter.classifier.forget();
    filter.questions();
    filter.classifier.forget();
    filter.parentheses();
    filter.settle();
  }

  private void settle() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      CSharpToken token = tokens.get(i);
      token.base = token.type;
    }
  }

  /**
   * Joins the signs of {@code >>}, {@code >=} and the like that are no ends of type arguments.
   *
   * @return whether there are any
   */
  private boolean joinOperators(CSharpPlaces places) {
    int first = firstToJoin();
    int joined = 0;
    int kept = first;
    for (int i = first; i < tokens.size(); i++) {
      CSharpToken token = tokens.get(i);
      token.place -= joined;
      if (token.type == GT) {
        int end = i;
        while (end - i < 2 && touches(end, GT)) {
          end++;
        }
        int signs = end - i + 1;
        boolean assign = touches(end, ASSIGN);
        end += assign ? 1 : 0;
        if (end > i) {
          token = token.upTo(tokens.get(end).end, operator(signs, assign));
          places.join(token.place, end - i, token.type);
          joined += end - i;
          i = end;
        }
      }
      tokens.set(kept++, token);
    }
    tokens.truncate(kept);
    return joined > 0;
  }

  private int firstToJoin() {
    for (int k = 0; k < notables; k++) {
      int i = notable[k];
      if (type(i) == GT && (touches(i, GT) || touches(i, ASSIGN))) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Whether a token of a type follows without anything between. */
  private boolean touches(int i, int type) {
    return type(i + 1) == type && tokens.get(i + 1).start == tokens.get(i).end;
  }

  private static int operator(int signs, boolean assign) {
    return switch (signs) {
      case 1 -> GE;
      case 2 -> assign ? SHR_ASSIGN : SHR;
      default -> assign ? USHR_ASSIGN : USHR;
    };
  }

  private int type(int i) {
    return tokens.type(i);
  }

  private CSharpToken at(int i) {
    return classifier.at(i);
  }

  private static boolean isName(int type) {
    return CSharpClassifier.isName(type);
  }

  private void matchBrackets() {
    int size = tokens.size();
    notables = 0;
    int angles = 0;
    int top = -1;
    for (int i = 0; i < size; i++) {
      CSharpToken token = tokens.get(i);
      match[i] = size - 1;
      outer[i] = top;
      commas[i] = 0;
      switch (token.type) {
        case LT_ARG -> angles++;
        case GT_ARG -> angles--;
        case COMMA -> {
          if (top >= 0 && angles == 0) {
            commas[top]++;
          }
        }
        case LPAREN, LBRACE, LBRACKET, INTERP_OPEN -> {
          top = i;
          anglesOutside[i] = angles;
          angles = 0;
        }
        case RPAREN, RBRACE, RBRACKET, INTERP_CLOSE -> {
          if (top >= 0) {
            angles = anglesOutside[top];
            match[top] = i;
            match[i] = top;
            top = outer[top];
            outer[i] = top;
          }
        }
        case IDENT -> {
          if (token.base == CSharpWords.CONTEXTUAL) {
            notable[notables++] = i;
          }
        }
        case LT, GT, STAR, QUESTION, NEW, DEFAULT, DOTDOT -> notable[notables++] = i;
        default -> {}
      }
    }
  }

  // --- Type arguments

  /** Returns whether there are any. */
  private boolean typeArguments() {
    boolean found = false;
    for (int k = 0; k < notables; k++) {
      int i = notable[k];
      if (type(i) != LT) {
        continue;
      }
      boolean pointer = type(i - 1) == STAR && type(i - 2) == DELEGATE;
      boolean convention =
          isName(type(i - 1)) && type(i - 2) == STAR && type(i - 3) == DELEGATE
              || type(i - 1) == RBRACKET
                  && type(match[i - 1] - 2) == STAR
                  && type(match[i - 1] - 3) == DELEGATE;
      if (pointer || convention || isName(type(i - 1)) && opensTypeArguments(i)) {
        classifier.arguments(i, true);
        found = true;
      }
    }
    return found;
  }

  private boolean opensTypeArguments(int i) {
    classifier.decisive = false;
    int end = classifier.arguments(i, false);
    if (end < 0) {
      return false;
    }
    if (classifier.decisive) {
      return true;
    }
    int before = nameStart(i - 1) - 1;
    switch (type(before)) {
      case IS, AS, NEW, CASE, OUT, STACKALLOC, EVENT, DELEGATE -> {
        return true;
      }
      default -> {}
    }
    switch (type(end)) {
      case LPAREN, RPAREN, RBRACKET, RBRACE, COLON, SEMI, COMMA, DOT, QUESTION, EQ, NE, PIPE -> {
        return true;
      }
      case OR_OR, CARET, AMP, AND_AND, LBRACKET, LT, LE, DOTDOT, IS, AS, EOF, ARROW, LBRACE -> {
        return true;
      }
      case INTERP_CLOSE, INTERP_FORMAT -> {
        return true;
      }
      case GT -> {
        return type(end + 1) == ASSIGN;
      }
      case IDENT, THIS, OPERATOR -> {
        if (at(end).is("where") && isName(type(end + 1)) && type(end + 2) == COLON) {
          return true;
        }
        return typeStandsBehind(before);
      }
      case STAR -> {
        return typeStandsBehind(before) && type(before) != LPAREN && type(before) != COMMA;
      }
      default -> {
        return false;
      }
    }
  }

  /** First token of the dotted name that ends at a place; the place before a chain of calls. */
  private int nameStart(int end) {
    int i = end;
    while (true) {
      if (type(i) == GT_ARG) {
        int depth = 0;
        while (i > 0) {
          depth += type(i) == GT_ARG ? 1 : type(i) == LT_ARG ? -1 : 0;
          i--;
          if (depth == 0) {
            break;
          }
        }
      }
      if (!isName(type(i))) {
        return i;
      }
      if (i > 1 && (type(i - 1) == DOT || type(i - 1) == DOUBLE_COLON)) {
        i -= 2;
      } else {
        return i;
      }
    }
  }

  private boolean typeStandsBehind(int before) {
    if (before < 0) {
      return true;
    }
    switch (type(before)) {
      case SEMI,
          LBRACE,
          RBRACE,
          RBRACKET,
          COLON,
          OUT,
          REF,
          IN,
          PARAMS,
          THIS,
          READONLY,
          CONST,
          USING,
          PUBLIC,
          PRIVATE,
          PROTECTED,
          INTERNAL,
          STATIC,
          ABSTRACT,
          SEALED,
          VIRTUAL,
          OVERRIDE,
          EXTERN,
          UNSAFE,
          VOLATILE,
          NEW,
          FIXED,
          IMPLICIT,
          EXPLICIT,
          OPERATOR -> {
        return true;
      }
      case IDENT -> {
        return true;
      }
      case LPAREN -> {
        return !holdsExpressions(before);
      }
      case COMMA -> {
        return outer[before] >= 0
            && (type(outer[before]) != LBRACE || type(outer[before] - 1) == SWITCH)
            && !holdsExpressions(outer[before]);
      }
      case LBRACKET -> {
        return type(before - 1) == THIS;
      }
      default -> {
        return false;
      }
    }
  }

  /** Whether a bracket holds arguments, not parameters. */
  private boolean holdsExpressions(int open) {
    if (type(open) != LPAREN) {
      return type(open - 1) != THIS && type(open - 1) != SWITCH;
    }
    int next = type(match[open] + 1);
    switch (type(open - 1)) {
      case FOREACH, FOR, USING, FIXED, CATCH, DELEGATE -> {
        return false;
      }
      case IDENT, GT_ARG -> {
        if (next == ARROW) {
          return false;
        }
        int start = nameStart(open - 1);
        int before = start - 1;
        switch (type(before)) {
          case IDENT -> {
            return at(before).is("await");
          }
          case RBRACKET,
              GT_ARG,
              QUESTION,
              STAR,
              CLASS,
              STRUCT,
              INTERFACE,
              PUBLIC,
              PRIVATE,
              PROTECTED,
              INTERNAL,
              STATIC,
              ABSTRACT,
              OVERRIDE,
              VIRTUAL,
              EXTERN,
              UNSAFE,
              OPERATOR -> {
            return false;
          }
          case RPAREN -> {
            return classifier.scanType(match[before], false) != start;
          }
          case LBRACE, RBRACE, SEMI -> {
            return next != LBRACE && next != COLON && next != ARROW;
          }
          default -> {
            return !CSharpClassifier.isPredefined(type(before));
          }
        }
      }
      default -> {
        if (type(open - 2) == OPERATOR || type(open - 3) == OPERATOR) {
          return false;
        }
        boolean isTypeOf =
            type(open - 1) == LPAREN
                && (type(open - 2) == TYPEOF
                    || type(open - 2) == DEFAULT
                    || type(open - 2) == SIZEOF);
        return !isTypeOf && !isTupleType(open);
      }
    }
  }

  /** Whether a name, a rank or an equals sign stands behind what is no list of arguments. */
  private boolean isTupleType(int open) {
    int behind = match[open] + 1;
    return switch (type(behind)) {
      case ARROW, ASSIGN, IDENT, THIS, OPERATOR, IN -> true;
      case LBRACKET -> type(behind + 1) == RBRACKET || type(behind + 1) == COMMA;
      case QUESTION -> commas[open] > 0 && isName(type(behind + 1));
      default -> false;
    };
  }

  // --- Queries

  private void queries() {
    for (int k = 0; k < notables; k++) {
      int i = notable[k];
      if (type(i) == IDENT && at(i).is("from") && type(i - 1) != DOT && startsQuery(i)) {
        query(i);
      }
    }
  }

  private boolean startsQuery(int i) {
    if (isName(type(i + 1)) && type(i + 2) == IN) {
      return true;
    }
    int end = classifier.scanType(i + 1, false);
    return end >= 0 && isName(type(end)) && type(end + 1) == IN;
  }

  private void query(int start) {
    at(start).setType(FROM);
    int i = start + 1;
    boolean order = false;
    int depth = 0;
    for (; i < tokens.size(); i++) {
      int type = type(i);
      if (CSharpClassifier.isOpen(type)) {
        i = match[i];
        continue;
      }
      if (CSharpClassifier.isClose(type) || type == SEMI || type == EOF) {
        return;
      }
      depth += type == LT_ARG ? 1 : type == GT_ARG ? -1 : 0;
      if (type == COMMA && depth == 0) {
        if (!order) {
          return;
        }
        if (outer[i] >= 0) {
          commas[outer[i]]--;
        }
      }
      if (type != IDENT || at(i).base != CSharpWords.CONTEXTUAL) {
        continue;
      }
      int keyword =
          switch (at(i).getText()) {
            case "from" -> startsQuery(i) ? FROM : 0;
            case "select" -> SELECT;
            case "where" -> WHERE;
            case "join" -> JOIN;
            case "on" -> ON;
            case "equals" -> EQUALS;
            case "into" -> INTO;
            case "let" -> LET;
            case "orderby" -> ORDERBY;
            case "ascending" -> ASCENDING;
            case "descending" -> DESCENDING;
            case "group" -> GROUP;
            case "by" -> BY;
            default -> 0;
          };
      if (keyword != 0) {
        at(i).setType(keyword);
        order = keyword == ORDERBY || order && (keyword == ASCENDING || keyword == DESCENDING);
      }
    }
  }

  // --- Contextual words

  private boolean isLiteral(int type) {
    return switch (type) {
      case NUMBER, CHARACTER, STRING, RAW_STRING, TRUE, FALSE, NULL -> true;
      default -> false;
    };
  }

  private boolean endsOperand(int i) {
    int type = type(i);
    return isName(type)
        || isLiteral(type)
        || type == RPAREN
        || type == RBRACKET
        || type == RBRACE
        || type == GT_ARG
        || type == NULLABLE
        || type == QUESTION
        || type == PTR
        || type == INTERP_END
        || type == THIS
        || type == BASE
        || type == DEFAULT
        || CSharpClassifier.isPredefined(type) && type != VOID;
  }

  private boolean startsOperand(int i) {
    int type = type(i);
    return isName(type)
        || isLiteral(type)
        || CSharpClassifier.isPredefined(type)
        || CSharpClassifier.isParen(type)
        || switch (type) {
          case NEW, TYPEOF, SIZEOF, DEFAULT, THIS, BASE, CHECKED, UNCHECKED, DELEGATE -> true;
          case AWAIT, STACKALLOC, INTERP_START, BANG, TILDE, FROM, STATIC, NOT, ASYNC -> true;
          default -> false;
        };
  }

  private boolean startsPattern(int i) {
    return startsOperand(i)
        || switch (type(i)) {
          case LBRACE, LBRACKET, LT, LE, GT, GE, MINUS, PLUS -> true;
          default -> false;
        };
  }

  private void words() {
    for (int k = 0; k < notables; k++) {
      int i = notable[k];
      if (type(i) == STAR
          && (type(i - 1) == PTR
              || CSharpClassifier.isPredefined(type(i - 1))
              || type(i - 1) == DELEGATE
              || endsPointer(i))) {
        at(i).setType(PTR);
      }
      if (type(i) != IDENT || type(i - 1) == DOT) {
        continue;
      }
      int before = type(i - 1);
      int next = type(i + 1);
      switch (at(i).getText()) {
        case "not" -> {
          boolean sure = expectsPattern(before) || before == LPAREN && opensPattern(i - 1);
          boolean maybe =
              before == LPAREN
                  || before == LBRACE
                  || before == COMMA
                  || before == COLON
                  || before == LBRACKET;
          if (startsPattern(i + 1)
              && (sure
                  || maybe
                      && next != LPAREN
                      && next != LBRACKET
                      && next != LT
                      && next != MINUS
                      && next != PLUS
                      && next != GT
                  || maybe && next == LPAREN && before != LBRACE && before != LPAREN
                  || maybe && next == LPAREN && type(i - 2) == SWITCH)) {
            at(i).setType(NOT);
          }
        }
        case "and", "or" -> {
          if (endsOperand(i - 1) && startsPattern(i + 1) && !startsAccessors(i + 1)) {
            at(i).setType(at(i).is("and") ? AND : OR);
          }
        }
        case "when" -> {
          boolean starts =
              startsOperand(i + 1)
                  || next == MINUS
                  || next == BANG
                  || next == PLUS
                  || next == INC
                  || next == DEC;
          if (starts && endsOperand(i - 1)) {
            at(i).setType(WHEN);
          } else if (before == CATCH) {
            at(i).setType(WHEN);
          }
        }
        case "with" -> {
          if ((endsOperand(i - 1) || before == BANG) && next == LBRACE) {
            at(i).setType(WITH);
          }
        }
        case "await" -> {
          if (isTypeBefore(i) || isName(next) && type(i + 2) == ARROW) {
            break;
          }
          if (startsOperand(i + 1)
              || next == FOREACH
              || next == USING
              || next == THROW
              || next == INC
              || next == DEC) {
            at(i).setType(AWAIT);
          }
        }
        case "scoped" -> {
          boolean isDeclared =
              switch (type(i + 2)) {
                case IN, ASSIGN, SEMI, COMMA, RPAREN, LPAREN, ARROW, LBRACE -> true;
                default -> false;
              };
          if (isName(next) && !isDeclared
              || next == REF
              || next == IN
              || next == OUT
              || next == PARAMS
              || CSharpClassifier.isPredefined(next)) {
            at(i).setType(SCOPED);
          }
        }
        case "allows" -> {
          if (next == REF && type(i + 2) == STRUCT) {
            at(i).setType(ALLOWS);
          }
        }
        case "where" -> {
          if (isName(next) && type(i + 2) == COLON && !isName(type(i + 3))
              || isName(next) && type(i + 2) == COLON) {
            at(i).setType(CONSTRAINT);
          }
        }
        default -> {}
      }
    }
  }

  private static boolean expectsPattern(int before) {
    return before == IS || before == CASE || before == AND || before == OR || before == NOT;
  }

  /** Whether a pattern in parentheses or with parts by position opens there. */
  private boolean opensPattern(int open) {
    int i = open;
    for (int levels = 0; levels < PATTERN_LEVELS; levels++) {
      while (type(i) == LPAREN) {
        i--;
      }
      if (type(i) == COMMA && outer[i] > 0) {
        i = outer[i];
      }
      if (type(i) != LPAREN) {
        break;
      }
    }
    return switch (type(i)) {
      case LBRACE -> type(i - 1) == SWITCH;
      case IDENT, GT_ARG -> expectsPattern(type(nameStart(i) - 1));
      default -> expectsPattern(type(i));
    };
  }

  private boolean startsAccessors(int i) {
    String word = at(i + 1).getText();
    return type(i) == LBRACE && (word.equals("get") || word.equals("set") || word.equals("init"));
  }

  private boolean endsPointer(int i) {
    if (!endsOperand(i - 1)) {
      return false;
    }
    int behind = i + 1;
    while (type(behind) == STAR) {
      behind++;
    }
    return switch (type(behind)) {
      case RPAREN, COMMA, GT, GT_ARG, RBRACKET, SEMI -> true;
      default -> false;
    };
  }

  // --- Question marks

  private void questions() {
    for (int k = notables - 1; k >= 0; k--) {
      int i = notable[k];
      if (type(i) == QUESTION && i > 0) {
        at(i).setType(question(i));
      }
    }
  }

  private int question(int i) {
    int next = type(i + 1);
    if (next == DOT) {
      return COND_ACCESS;
    }
    if (next == LBRACKET) {
      int end = i + 2;
      while (type(end) == COMMA) {
        end++;
      }
      if (type(end) == RBRACKET) {
        return colonFollows(i) ? QUESTION : NULLABLE;
      }
      int before = type(nameStart(i - 1) - 1);
      boolean isMade =
          before == NEW
              || before == STACKALLOC
              || CSharpClassifier.isPredefined(type(i - 1)) && type(i - 2) == NEW
              || type(i - 1) == RPAREN && type(match[i - 1] - 1) == NEW;
      if (isMade) {
        return NULLABLE;
      }
      return colonFollows(i) ? QUESTION : COND_ELEMENT;
    }
    boolean operand =
        startsOperand(i + 1)
            || switch (next) {
              case MINUS, PLUS, INC, DEC, AMP, CARET, THROW, REF, CAST_OPEN, DOTDOT, LBRACE -> true;
              case STAR, PTR -> true;
              default -> false;
            };
    if (!operand) {
      return NULLABLE;
    }
    if (next == THIS && type(i + 2) == LBRACKET) {
      int behind = type(match[i + 2] + 1);
      return behind == LBRACE || behind == ARROW ? NULLABLE : QUESTION;
    }
    if (isName(next)) {
      switch (type(i + 2)) {
        case LBRACE, SEMI, RPAREN, COMMA, RBRACE, RBRACKET, IN -> {
          return NULLABLE;
        }
        case ARROW -> {
          return colonFollows(i) ? QUESTION : NULLABLE;
        }
        case LPAREN -> {
          int behind = type(match[i + 2] + 1);
          return behind == LBRACE || behind == ARROW && !colonFollows(i) || !colonFollows(i)
              ? NULLABLE
              : at(match[i + 2] + 1).is("where") || type(match[i + 2] + 1) == CONSTRAINT
                  ? NULLABLE
                  : QUESTION;
        }
        case LT_ARG -> {
          int end = classifier.arguments(i + 2, false);
          if (end > 0 && type(end) == LPAREN) {
            int behind = type(match[end] + 1);
            if (behind == LBRACE || behind == ARROW || behind == CONSTRAINT) {
              return NULLABLE;
            }
          }
        }
        default -> {}
      }
    }
    return colonFollows(i) ? QUESTION : NULLABLE;
  }

  /** Whether a colon that belongs to the question mark follows in the same brackets. */
  private boolean colonFollows(int start) {
    Integer known = colons.get(start);
    if (known == null) {
      known = colonBehind(start);
      colons.put(start, known);
    }
    return known != NONE;
  }

  /** Place of that colon, or {@link #NONE}. */
  private int colonBehind(int start) {
    int open = 0;
    int angles = 0;
    for (int i = start + 1; i < tokens.size(); i++) {
      int type = type(i);
      if (CSharpClassifier.isOpen(type)) {
        i = match[i];
        continue;
      }
      if (CSharpClassifier.isClose(type) || type == SEMI || type == EOF || type == INTERP_FORMAT) {
        return NONE;
      }
      if (type == COMMA && angles <= 0) {
        return NONE;
      }
      angles += type == LT_ARG ? 1 : type == GT_ARG ? -1 : 0;
      Integer colon = angles == 0 && isQuestion(type) ? colons.get(i) : null;
      if (colon != null) {
        if (colon == NONE) {
          return NONE;
        }
        open += type == QUESTION ? 1 : 0;
        i = colon;
        type = COLON;
      } else if (type == QUESTION) {
        open++;
      }
      if (type == COLON) {
        if (open == 0) {
          return i;
        }
        open--;
      }
      switch (type) {
        case PUBLIC, PRIVATE, PROTECTED, INTERNAL, CLASS, STRUCT, CASE, RETURN, IF -> {
          return NONE;
        }
        default -> {}
      }
    }
    return NONE;
  }

  private static boolean isQuestion(int type) {
    return type == QUESTION || type == NULLABLE || type == COND_ACCESS || type == COND_ELEMENT;
  }

  // --- Parentheses and lambdas

  private void parentheses() {
    byte[] arms = new byte[32];
    int depth = 0;
    int size = tokens.size();
    int next = type(0);
    for (int i = 0; i < size; i++) {
      int type = next;
      next = type(i + 1);
      byte arm = depth > 0 ? arms[depth - 1] : NO_ARM;
      switch (type) {
        case IDENT -> {
          if (next == ARROW && type(i - 1) != DOT && arm != PATTERN) {
            at(i).type = LAMBDA_IDENT;
            markAttributes(i);
          }
        }
        case ARROW -> {
          if (arm == PATTERN) {
            arms[depth - 1] = VALUE;
          }
        }
        case COMMA -> {
          if (arm == VALUE) {
            arms[depth - 1] = PATTERN;
          }
        }
        case LPAREN, LBRACE, LBRACKET, INTERP_OPEN, LT_ARG -> {
          if (type == LPAREN) {
            classifyParenthesis(i, arm == PATTERN);
          }
          arms = depth == arms.length ? Arrays.copyOf(arms, depth * 2) : arms;
          arms[depth++] = type == LBRACE && type(i - 1) == SWITCH ? PATTERN : NO_ARM;
        }
        case RPAREN, RBRACE, RBRACKET, INTERP_CLOSE, GT_ARG -> depth -= depth > 0 ? 1 : 0;
        default -> {}
      }
    }
    asyncWords();
    creations();
    insertMarks();
  }

  private void asyncWords() {
    for (int k = notables - 1; k >= 0; k--) {
      int i = notable[k];
      if (type(i) == IDENT && at(i).is("async")) {
        int next = type(i + 1);
        boolean marked = marks.containsKey(i + 1);
        if (next == LAMBDA_IDENT && type(i - 1) != DOT && type(i + 2) == ARROW && !isTypeBefore(i)
            || next == LAMBDA_OPEN
            || next == STATIC && (type(i + 2) == LAMBDA_OPEN || type(i + 2) == LAMBDA_IDENT)
            || next == DELEGATE
            || marked) {
          at(i).setType(ASYNC);
        }
      }
    }
  }

  private void insertMarks() {
    int inserted = 0;
    for (Map.Entry<Integer, Integer> mark : marks.entrySet()) {
      int place = mark.getKey() + inserted++;
      int offset = at(place).start;
      tokens.add(place, new CSharpToken(mark.getValue(), offset, offset));
    }
  }

  /** Marks the attributes before the head of a lambda. */
  private void markAttributes(int head) {
    int i = head - 1;
    while (type(i) == STATIC || type(i) == IDENT && at(i).is("async")) {
      i--;
    }
    if (type(i) != RBRACKET || !isAttribute(i)) {
      return;
    }
    int first = match[i];
    while (type(first - 1) == RBRACKET) {
      first = match[first - 1];
    }
    marks.put(first, ATTRIBUTES_MARK);
  }

  /** Tells {@code new(...)} from {@code new (int, int)[2]}, and ranges without an end. */
  private void creations() {
    for (int k = 0; k < notables; k++) {
      int i = notable[k];
      if (type(i) == NEW && CSharpClassifier.isParen(type(i + 1)) && !createsTuples(i + 1)) {
        at(i).setType(NEW_CALL);
      } else if (type(i) == DEFAULT && CSharpClassifier.isParen(type(i + 1))) {
        at(i).setType(DEFAULT_OF);
      } else if (type(i) == DOTDOT && !startsOperand(i + 1) && endsRange(type(i + 1))) {
        at(i).setType(DOTDOT_END);
      }
    }
  }

  /** An array or a nullable behind what can be a tuple type. */
  private boolean createsTuples(int open) {
    if (classifier.scanType(open, false) < 0) {
      return false;
    }
    return switch (type(classifier.close(open) + 1)) {
      case LBRACKET, QUESTION, NULLABLE -> true;
      default -> false;
    };
  }

  private static boolean endsRange(int type) {
    return switch (type) {
      case RBRACKET, RPAREN, RBRACE, COMMA, SEMI, COLON, EOF, INTERP_CLOSE, INTERP_FORMAT -> true;
      case EQ, NE, WHEN, ARROW, AND_AND, OR_OR, COALESCE, QUESTION, IS, AS, AND, OR -> true;
      default -> false;
    };
  }

  private boolean isTypeBefore(int i) {
    return switch (type(i - 1)) {
      case IDENT, GT_ARG, NULLABLE, PUBLIC -> true;
      default -> CSharpClassifier.isPredefined(type(i - 1));
    };
  }

  private boolean closesCast(int i) {
    return type(i) == RPAREN && type(match[i]) == CAST_OPEN;
  }

  private boolean closesStatementHead(int i) {
    if (type(i) != RPAREN) {
      return false;
    }
    return switch (type(match[i] - 1)) {
      case IF, WHILE, FOR, FOREACH, SWITCH, LOCK, FIXED, USING -> true;
      default -> false;
    };
  }

  private void classifyParenthesis(int i, boolean inPattern) {
    int close = match[i];
    int next = type(close + 1);
    int before = type(i - 1);
    boolean async = before == IDENT && at(i - 1).is("async");
    boolean behindOperand =
        endsOperand(i - 1)
                && before != QUESTION
                && before != RBRACE
                && !closesCast(i - 1)
                && !closesStatementHead(i - 1)
            || switch (before) {
              case IF, WHILE, FOR, FOREACH, SWITCH, LOCK, FIXED, USING, CATCH, TYPEOF, SIZEOF ->
                  true;
              case DEFAULT, CHECKED, UNCHECKED, DELEGATE -> true;
              case NEW -> true;
              case VOID -> true;
              default -> type(i - 2) == OPERATOR || type(i - 3) == OPERATOR && before != LPAREN;
            };
    if (next == ARROW && !inPattern && type(close) == RPAREN) {
      if (!behindOperand && before != WHEN
          || async && !isTypeBefore(i - 1)
          || before == RBRACKET && isAttribute(i - 1)) {
        at(i).setType(LAMBDA_OPEN);
        markAttributes(i);
      } else if (endsOperand(i - 1) || before == VOID) {
        int start = returnTypeStart(i - 1);
        if (start > 0) {
          at(i).setType(LAMBDA_OPEN);
          marks.put(start, LAMBDA_TYPE_MARK);
          markAttributes(start);
        }
      }
      return;
    }
    boolean isTuple = commas[i] > 0;
    if (isTuple && (!behindOperand || before == SWITCH || closesStatementHead(i - 1))) {
      at(i).setType(TUPLE_OPEN);
      return;
    }
    if (behindOperand || i == 0) {
      return;
    }
    int end = classifier.scanType(i + 1, false);
    if (end != close) {
      return;
    }
    boolean isPlainTuple = CSharpClassifier.isParen(type(i + 1)) && match[i + 1] == close - 1;
    boolean sure = classifier.decisive && !isPlainTuple || type(close - 1) == PTR;
    boolean generic = classifier.generic;
    boolean cast =
        switch (next) {
          case LPAREN,
              BANG,
              TILDE,
              IDENT,
              NUMBER,
              CHARACTER,
              STRING,
              RAW_STRING,
              TRUE,
              FALSE,
              NULL,
              NEW,
              TYPEOF,
              SIZEOF,
              DEFAULT,
              THIS,
              BASE,
              CHECKED,
              UNCHECKED,
              DELEGATE,
              AWAIT,
              STACKALLOC,
              INTERP_START,
              FROM,
              STATIC ->
              true;
          case LBRACKET -> sure || generic;
          case MINUS, PLUS, STAR, PTR, AMP, CARET, DOTDOT, INC, DEC -> sure;
          default -> CSharpClassifier.isPredefined(next);
        };
    if (cast) {
      classifier.scanType(i + 1, true);
      at(i).setType(CAST_OPEN);
    }
  }

  private boolean isAttribute(int close) {
    int before = type(match[close] - 1);
    return before == ASSIGN
        || before == LPAREN
        || before == COMMA
        || before == ARROW
        || before == RETURN
        || before == RBRACKET && isAttribute(match[close] - 1);
  }

  /** Start of the return type of a lambda that ends at a place; -1 where it is none. */
  private int returnTypeStart(int end) {
    int i = end;
    while (type(i) == RBRACKET || type(i) == NULLABLE || type(i) == PTR || type(i) == QUESTION) {
      i = type(i) == RBRACKET ? match[i] - 1 : i - 1;
    }
    int start;
    if (CSharpClassifier.isPredefined(type(i))) {
      start = i;
    } else if (type(i) == RPAREN) {
      start = match[i];
    } else if (isName(type(i)) || type(i) == GT_ARG) {
      start = nameStart(i);
    } else {
      return -1;
    }
    if (classifier.scanType(start, false) != end + 1) {
      return -1;
    }
    int before = start - 1;
    if (type(before) == REF) {
      before--;
      start--;
    }
    while (type(before) == STATIC || type(before) == IDENT && at(before).is("async")) {
      before--;
    }
    if (type(before) == RBRACKET && isAttribute(before)) {
      return start;
    }
    return switch (type(before)) {
      case ASSIGN, RETURN, LPAREN, ARROW, LBRACKET -> start;
      case LBRACE -> holdsSemicolon(before) ? -1 : start;
      case COMMA -> outer[before] >= 0 && type(outer[before]) != LT ? start : -1;
      default -> -1;
    };
  }

  /** Whether a brace holds members: a constructor begins like a lambda in a list does. */
  private boolean holdsSemicolon(int open) {
    for (int i = open + 1; i < match[open]; i++) {
      if (type(i) == SEMI) {
        return true;
      }
      if (CSharpClassifier.isOpen(type(i))) {
        i = match[i];
      }
    }
    return false;
  }
}
