package dev.migrator.grammar;

import static dev.migrator.grammar.CSharpLexer.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Recognizes types and the starts of declarations by looking ahead. */
@SuppressWarnings("MissingSwitchDefault")
final class CSharpClassifier {
  private static final Set<String> CONTEXTUAL_MODIFIERS =
      Set.of("partial", "async", "required", "file", "closed");

  /** Brackets in one another from which on it is remembered what was found of them. */
  private static final int DEEP = 16;

  /** Brackets in one another that are no type any more: the stack has an end. */
  private static final int TOO_DEEP = 200_000;

  private static final int NONE = -1;

  private final CSharpTokenBuffer tokens;

  /**
   * What became of deep brackets, by where they start and how they were looked at: each level of a
   * nest asks again for all inside of it. Found lengths in tokens, or {@link #NONE}.
   */
  private final Map<Integer, Integer> scanned = new HashMap<>();

  /** How many tokens behind a deep bracket its end stands, by where it starts. */
  private final Map<Integer, Integer> closed = new HashMap<>();

  /** Brackets of types that are being scanned. */
  private int depth;

  /** Place from which {@link #isTested} looked last, the token there and what it found. */
  private int testedFrom = -1;

  private int testedStart;
  private boolean wasTested;

  /** Whether the last scanned type holds what no expression can be. */
  boolean decisive;

  private boolean isOperand;
  private int argumentDepth;

  /** Whether the last scanned type ends in type arguments. */
  boolean generic;

  CSharpClassifier(CSharpTokenBuffer tokens) {
    this.tokens = tokens;
  }

  CSharpToken at(int i) {
    return tokens.get(Math.max(0, Math.min(i, tokens.size() - 1)));
  }

  int type(int i) {
    return tokens.type(i);
  }

  static boolean isOpen(int type) {
    return type == LPAREN
        || type == LBRACE
        || type == LBRACKET
        || type == CAST_OPEN
        || type == LAMBDA_OPEN
        || type == TUPLE_OPEN
        || type == INTERP_OPEN;
  }

  static boolean isClose(int type) {
    return type == RPAREN || type == RBRACE || type == RBRACKET || type == INTERP_CLOSE;
  }

  static boolean isParen(int type) {
    return type == LPAREN || type == CAST_OPEN || type == LAMBDA_OPEN || type == TUPLE_OPEN;
  }

  static boolean isPredefined(int type) {
    return switch (type) {
      case BOOL, BYTE, CHAR, DECIMAL, DOUBLE, FLOAT, INT, LONG, OBJECT, SBYTE, SHORT -> true;
      case STRING_TYPE, UINT, ULONG, USHORT, VOID -> true;
      default -> false;
    };
  }

  static boolean isName(int type) {
    return type == IDENT || type == LAMBDA_IDENT;
  }

  /** Forgets what was found of tokens that another pass may have given another type. */
  void forget() {
    scanned.clear();
    closed.clear();
  }

  /** Place of the closing bracket; the end of file where there is none. */
  int close(int open) {
    Integer known = closed.isEmpty() ? null : closed.get(at(open).start);
    if (known != null) {
      return open + known;
    }
    int level = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (isOpen(type(i))) {
        if (++level > DEEP) {
          return closeDeep(open);
        }
      } else if (isClose(type(i)) && --level == 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** As {@link #close}; remembers the ends of all brackets inside. */
  private int closeDeep(int open) {
    int[] opened = new int[2 * DEEP];
    int level = 0;
    int last = tokens.size() - 1;
    int i = open;
    for (; i < last; i++) {
      if (isOpen(type(i))) {
        opened = level == opened.length ? Arrays.copyOf(opened, 2 * level) : opened;
        opened[level++] = i;
      } else if (isClose(type(i))) {
        int start = opened[--level];
        closed.put(at(start).start, i - start);
        if (level == 0) {
          return i;
        }
      }
    }
    while (level > 0) {
      int start = opened[--level];
      closed.put(at(start).start, last - start);
    }
    return last;
  }

  // --- Types

  /** The place behind a type, or -1. */
  int scanType(int i, boolean commit) {
    decisive = false;
    return type(i, commit);
  }

  /** The place behind a type inside an expression, where {@code ?} may be an operator; or -1. */
  int scanOperandType(int i, boolean commit) {
    isOperand = true;
    int end = scanType(i, commit);
    isOperand = false;
    return end;
  }

  private int type(int start, boolean commit) {
    int i = start;
    generic = false;
    if (type(i) == REF) {
      i++;
      if (type(i) == READONLY) {
        i++;
      }
      return type(i, commit);
    }
    if (type(i) == SCOPED) {
      return type(i + 1, commit);
    }
    if (isPredefined(type(i))) {
      decisive = true;
      i++;
    } else if (isName(type(i))) {
      i = name(i, commit);
    } else if (isParen(type(i))) {
      i = tuple(i, commit);
    } else if (type(i) == DELEGATE && (type(i + 1) == STAR || type(i + 1) == PTR)) {
      decisive = true;
      i += 2;
      if (isName(type(i))) {
        i++;
        if (type(i) == LBRACKET) {
          i = close(i) + 1;
        }
      }
      i = type(i) == LT || type(i) == LT_ARG ? arguments(i, commit) : -1;
    } else {
      return -1;
    }
    return i < 0 ? -1 : suffixes(i, commit);
  }

  private int suffixes(int start, boolean commit) {
    int i = start;
    while (true) {
      switch (type(i)) {
        case QUESTION, NULLABLE -> {
          if (isOperand && type(i) == QUESTION) {
            return i;
          }
          decisive = true;
          if (commit) {
            at(i).setType(NULLABLE);
          }
          generic = false;
          i++;
        }
        case STAR, PTR -> {
          if (commit) {
            at(i).setType(PTR);
          }
          generic = false;
          i++;
        }
        case LBRACKET -> {
          int end = i + 1;
          while (type(end) == COMMA) {
            end++;
          }
          if (type(end) != RBRACKET) {
            return i;
          }
          decisive = true;
          generic = false;
          i = end + 1;
        }
        default -> {
          return i;
        }
      }
    }
  }

  private int name(int start, boolean commit) {
    int i = start;
    if (type(i + 1) == DOUBLE_COLON) {
      decisive |= argumentDepth == 0;
      i += 2;
    }
    while (isName(type(i))) {
      i++;
      boolean arguments = false;
      if (type(i) == LT || type(i) == LT_ARG) {
        int end = arguments(i, commit);
        if (end < 0) {
          return -1;
        }
        arguments = true;
        i = end;
      }
      generic = arguments;
      if (type(i) != DOT) {
        return i;
      }
      i++;
    }
    return -1;
  }

  private int tuple(int start, boolean commit) {
    return ++depth > DEEP && !commit ? deep(start, false) : leave(tupleList(start, commit));
  }

  private int leave(int end) {
    depth--;
    return end;
  }

  /** Scans a tuple or type arguments that stand deep in others, unless that was done before. */
  private int deep(int start, boolean isArguments) {
    if (depth > TOO_DEEP) {
      return leave(-1);
    }
    int mode = (isOperand ? 2 : 0) + (argumentDepth > 0 ? 1 : 0);
    Integer key = 4 * at(start).start + mode;
    Integer known = scanned.get(key);
    if (known == null) {
      boolean before = decisive;
      decisive = false;
      int end = isArguments ? argumentList(start, false) : tupleList(start, false);
      int length = end - start;
      known = end < 0 ? NONE : 4 * length + (decisive ? 2 : 0) + (generic ? 1 : 0);
      scanned.put(key, known);
      decisive = before;
    }
    if (known == NONE) {
      return leave(-1);
    }
    decisive |= (known & 2) != 0;
    generic = (known & 1) != 0;
    return leave(start + known / 4);
  }

  private int tupleList(int start, boolean commit) {
    int i = start + 1;
    int count = 0;
    while (true) {
      i = type(i, commit);
      if (i < 0) {
        return -1;
      }
      count++;
      if (isName(type(i))) {
        i++;
      }
      if (type(i) == RPAREN) {
        generic = true;
        return count < 2 ? -1 : i + 1;
      }
      if (type(i) != COMMA) {
        return -1;
      }
      i++;
    }
  }

  /** The place behind {@code >}, or -1. */
  int arguments(int start, boolean commit) {
    argumentDepth++;
    int end = ++depth > DEEP && !commit ? deep(start, true) : leave(argumentList(start, commit));
    argumentDepth--;
    return end;
  }

  private int argumentList(int start, boolean commit) {
    int i = start + 1;
    while (true) {
      if (type(i) == LBRACKET) {
        i = close(i) + 1;
      }
      if (type(i) == IN || type(i) == OUT) {
        i++;
      }
      boolean omitted = type(i) == COMMA || type(i) == GT || type(i) == GT_ARG;
      if (omitted) {
        decisive = true;
      } else {
        i = type(i, commit);
        if (i < 0) {
          return -1;
        }
      }
      if (type(i) == GT || type(i) == GT_ARG) {
        if (commit) {
          at(start).setType(LT_ARG);
          at(i).setType(GT_ARG);
        }
        return i + 1;
      }
      if (type(i) != COMMA) {
        return -1;
      }
      i++;
    }
  }

  // --- Declarations

  private int skipAttributes(int start) {
    int i = start;
    while (type(i) == LBRACKET) {
      i = close(i) + 1;
    }
    return i;
  }

  private static boolean isModifier(int type) {
    return switch (type) {
      case PUBLIC, PRIVATE, PROTECTED, INTERNAL, STATIC, ABSTRACT, SEALED, VIRTUAL -> true;
      case OVERRIDE, READONLY, EXTERN, UNSAFE, VOLATILE, NEW, NEW_CALL, CONST, MODIFIER -> true;
      default -> false;
    };
  }

  private static boolean isTypeKeyword(int type) {
    return type == CLASS || type == STRUCT || type == INTERFACE || type == ENUM;
  }

  private boolean startsMore(int i) {
    int type = type(i);
    return isModifier(type)
        || isTypeKeyword(type)
        || isPredefined(type)
        || isName(type)
        || isParen(type)
        || type == DELEGATE
        || type == EVENT
        || type == REF
        || type == IMPLICIT
        || type == EXPLICIT
        || type == RECORD;
  }

  private int modifiers(int start) {
    int i = start;
    while (true) {
      if (type(i) == REF && (type(i + 1) == STRUCT || at(i + 1).is("partial"))) {
        at(i).setType(MODIFIER);
      }
      if (isModifier(type(i))) {
        i++;
      } else if (isName(type(i))
          && CONTEXTUAL_MODIFIERS.contains(at(i).getText())
          && startsMore(i + 1)
          && !isDeclaredName(i + 1)
          && !(at(i).is("async") && isName(type(i + 1)) && isParen(type(i + 2)))
          && (!at(i).is("closed")
              || isModifier(type(i + 1))
              || type(i + 1) == CLASS
              || isRecord(i + 1))
          && (!isParen(type(i + 1)) || startsTuple(i + 1))) {
        at(i).setType(MODIFIER);
        i++;
      } else {
        return i;
      }
    }
  }

  /** {@code partial x;}: the word before is a type. */
  private boolean isDeclaredName(int i) {
    return isName(type(i))
        && switch (type(i + 1)) {
          case SEMI, ASSIGN, COMMA, LBRACE -> true;
          default -> false;
        };
  }

  private boolean startsTuple(int i) {
    int end = scanType(i, false);
    return end >= 0 && isName(type(end));
  }

  /** Puts the mark of a member before its type or name. */
  void member(int start, CSharpTokenList marks) {
    int i = modifiers(skipAttributes(start));
    plainWord(i);
    if (isRecord(i)) {
      at(i).setType(RECORD);
      return;
    }
    if (isName(type(i)) && at(i).is("extension") && type(i + 1) != DOT) {
      at(i).setType(EXTENSION);
      return;
    }
    if (isName(type(i)) && isParen(type(i + 1))) {
      marks.insertMark(i, CONSTRUCTOR_MARK);
      return;
    }
    switch (type(i)) {
      case EVENT -> typedMember(i + 1, marks);
      case IMPLICIT, EXPLICIT -> conversion(i, marks);
      case DELEGATE, FIXED -> {
        if (type(i + 1) == STAR || type(i + 1) == PTR) {
          typedMember(i, marks);
        } else {
          commitType(i + 1);
        }
      }
      default -> typedMember(i, marks);
    }
  }

  /**
   * Takes back that a word is one of patterns or expressions: where a member begins it is a name.
   */
  private void plainWord(int i) {
    switch (type(i)) {
      case AWAIT, NOT, AND, OR, WHEN -> at(i).setType(IDENT);
      default -> {}
    }
  }

  private void commitType(int i) {
    if (scanType(i, false) >= 0) {
      scanType(i, true);
    }
  }

  private void conversion(int start, CSharpTokenList marks) {
    int name = start + 1;
    int i = qualifier(name, marks);
    commitType(type(i + 1) == CHECKED ? i + 2 : i + 1);
  }

  private void typedMember(int start, CSharpTokenList marks) {
    int end = scanType(start, false);
    if (end < 0) {
      return;
    }
    scanType(start, true);
    plainWord(end);
    int name = qualifier(end, marks);
    int mark =
        switch (type(name)) {
          case OPERATOR -> OPERATOR_MARK;
          case THIS -> INDEXER_MARK;
          default ->
              switch (type(name + 1)) {
                case LPAREN, CAST_OPEN, LAMBDA_OPEN, TUPLE_OPEN, LT, LT_ARG -> METHOD_MARK;
                case LBRACE, ARROW -> PROPERTY_MARK;
                default -> name > end ? PROPERTY_MARK : FIELD_MARK;
              };
        };
    marks.insertMark(start, mark);
  }

  /** Marks the qualifier of an explicit implementation; returns the place of the name behind it. */
  private int qualifier(int start, CSharpTokenList marks) {
    int i = type(start + 1) == DOUBLE_COLON ? start + 2 : start;
    int name = start;
    while (isName(type(i))) {
      int end = i + 1;
      if (type(end) == LT || type(end) == LT_ARG) {
        end = arguments(end, false);
      }
      if (end < 0 || type(end) != DOT) {
        break;
      }
      i = end + 1;
      name = i;
    }
    if (name == start) {
      return start;
    }
    for (int k = start + 1; k < name; k++) {
      if (type(k) == LT) {
        arguments(k, true);
      }
    }
    marks.insertEnd(name, QUALIFIER_END);
    marks.insertMark(start, QUALIFIER_MARK);
    return name + 2;
  }

  private boolean isRecord(int i) {
    return isName(type(i))
        && at(i).is("record")
        && (type(i + 1) == CLASS
            || type(i + 1) == STRUCT
            || isName(type(i + 1)) && type(i + 2) != ASSIGN);
  }

  /** The mark of a piece at the top of a file: FIELD_MARK for any member, 0 for directives. */
  int element(int start) {
    int i = start;
    if (at(i).is("global") && type(i + 1) == USING) {
      at(i).setType(MODIFIER);
      return 0;
    }
    if (type(i) == USING) {
      return isUsingDirective(i) ? 0 : STATEMENT_MARK;
    }
    if (type(i) == LBRACKET
        && type(i + 2) == COLON
        && (at(i + 1).is("assembly") || at(i + 1).is("module"))) {
      at(i + 1).setType(MODIFIER);
      return 0;
    }
    if (type(i) == EXTERN && at(i + 1).is("alias") || type(i) == EOF || type(i) == RBRACE) {
      return 0;
    }
    i = skipAttributes(i);
    boolean access = false;
    while (isModifier(type(i))
        || isName(type(i))
            && CONTEXTUAL_MODIFIERS.contains(at(i).getText())
            && startsMore(i + 1)
            && !isDeclaredName(i + 1)
            && !isParen(type(i + 1))
        || type(i) == REF && type(i + 1) == STRUCT) {
      access |=
          type(i) == PUBLIC || type(i) == PRIVATE || type(i) == PROTECTED || type(i) == INTERNAL;
      i++;
    }
    boolean isType =
        isTypeKeyword(type(i))
            || isRecord(i)
            || type(i) == NAMESPACE
            || isName(type(i)) && at(i).is("extension") && isParen(type(i + 1))
            || type(i) == DELEGATE && startsMore(i + 1) && !isParen(type(i + 1))
            || type(i) == EVENT
            || type(i) == IMPLICIT
            || type(i) == EXPLICIT
            || isPlainMember(i);
    return isType || access ? FIELD_MARK : STATEMENT_MARK;
  }

  /** A property, indexer or operator among the statements of a file. */
  private boolean isPlainMember(int i) {
    int end = scanType(i, false);
    if (end < 0) {
      return false;
    }
    boolean isProperty =
        isName(type(end))
            && (type(end + 1) == LBRACE || type(end + 1) == ARROW)
            && !at(i).is("async");
    return isProperty || type(end) == OPERATOR || type(end) == THIS && type(end + 1) == LBRACKET;
  }

  private boolean isUsingDirective(int i) {
    if (isParen(type(i + 1))) {
      return false;
    }
    if (type(i + 1) == STATIC || type(i + 1) == UNSAFE) {
      return true;
    }
    if (isName(type(i + 1)) && type(i + 2) == ASSIGN) {
      return true;
    }
    int end = scanType(i + 1, false);
    return end < 0 || !isName(type(end));
  }

  /** Puts the mark of a type before the type of a parameter; a lambda's may have none. */
  void parameter(int start, CSharpTokenList marks, boolean mayLackName) {
    int i = skipAttributes(start);
    while (type(i) == REF
        || type(i) == OUT
        || type(i) == IN
        || type(i) == PARAMS
        || type(i) == THIS
        || type(i) == READONLY
        || type(i) == SCOPED) {
      i++;
    }
    int end = scanType(i, false);
    if (end >= 0 && (mayLackName || isName(type(end)))) {
      scanType(i, true);
      marks.insertMark(i, TYPE_MARK);
    }
  }

  /** The mark of a constant or of a type, or 0 for a pattern that its first token tells. */
  int pattern(int start) {
    if (isParen(type(start)) && type(start) != CAST_OPEN) {
      if (scanOperandType(start, false) > close(start) + 1) {
        return TYPE_MARK;
      }
      return isArithmetic(close(start) + 1) ? CONSTANT_MARK : 0;
    }
    switch (type(start)) {
      case LBRACE, LBRACKET, LT, LE, GT, GE, DOTDOT, DOTDOT_END, EOF -> {
        return 0;
      }
      default -> {}
    }
    int end = scanOperandType(start, false);
    boolean isNameOf = at(start).is("nameof") && isParen(type(start + 1));
    boolean constant =
        end < 0
            || isNameOf
            || isArithmetic(end)
            || isPlainName(start, end) && !isDesignated(end) && !isTested(start - 1)
            || type(end - 1) == STAR
            || type(end) == DOT && type(end + 1) != DOT;
    return constant ? CONSTANT_MARK : TYPE_MARK;
  }

  /** The mark of a name before a colon or, of an attribute, an equals sign; or 0. */
  int argumentName(int i, boolean isAttribute) {
    boolean named = type(i + 1) == COLON || isAttribute && type(i + 1) == ASSIGN;
    return named && isName(type(i)) ? LABEL_MARK : 0;
  }

  /** The mark of the members before the colon of a subpattern, or 0. */
  int subpattern(int start) {
    int i = start;
    while (isName(type(i))) {
      i++;
      if (type(i) == COLON) {
        return LABEL_MARK;
      }
      i += type(i) == BANG ? 1 : 0;
      i += type(i) == COND_ACCESS ? 1 : 0;
      if (type(i) != DOT) {
        return 0;
      }
      i++;
    }
    return 0;
  }

  private boolean isPlainName(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isName(type(i)) && type(i) != DOT && type(i) != DOUBLE_COLON) {
        return false;
      }
    }
    return true;
  }

  private boolean isDesignated(int i) {
    return isName(type(i)) || isParen(type(i)) || type(i) == LBRACE;
  }

  /** Whether the pattern behind a place belongs to {@code is} without brackets between. */
  private boolean isTested(int before) {
    int i = before;
    while (isPartOfPattern(type(i)) && !(i == testedFrom && at(i).start == testedStart)) {
      i--;
    }
    wasTested = isPartOfPattern(type(i)) ? wasTested : type(i) == IS;
    testedFrom = before;
    testedStart = at(before).start;
    return wasTested;
  }

  private static boolean isPartOfPattern(int type) {
    return switch (type) {
      case IDENT, DOT, DOUBLE_COLON, AND, OR, NOT, CONSTANT_MARK, END_MARK -> true;
      default -> false;
    };
  }

  /** The mark of a label that is an expression with operators that no pattern has, or 0. */
  int label(int start) {
    int end = scanOperandType(start, false);
    return end >= 0 && isOperator(type(end)) ? EXPRESSION_MARK : 0;
  }

  private static boolean isOperator(int type) {
    return switch (type) {
      case PIPE, AMP, CARET, QUESTION, COALESCE, EQ, NE, LT, LE, GT, GE, AND_AND, OR_OR -> true;
      default -> false;
    };
  }

  private boolean isArithmetic(int i) {
    return switch (type(i)) {
      case PLUS, MINUS, STAR, SLASH, PERCENT, SHL, SHR, USHR -> true;
      default -> false;
    };
  }

  // --- Statements

  /** The mark of a statement, or 0. */
  int statement(int start) {
    int i = start;
    if (type(i) != AWAIT || isName(type(i + 1)) && type(i + 2) == COMMA) {
      plainWord(i);
    }
    if (isName(type(i)) && type(i + 1) == COLON) {
      return LABEL_MARK;
    }
    if (at(i).is("yield") && (type(i + 1) == RETURN || type(i + 1) == BREAK)) {
      at(i).setType(YIELD);
      return 0;
    }
    if (type(i) == CONST) {
      declaration(i + 1);
      return DECLARATION_MARK;
    }
    if (type(i) == AWAIT && type(i + 1) == USING) {
      i++;
    }
    if (type(i) == USING) {
      if (isParen(type(i + 1))) {
        return 0;
      }
      declaration(i + 1);
      return DECLARATION_MARK;
    }
    i = skipAttributes(i);
    int modifiers = i;
    while (type(i) == STATIC
        || type(i) == EXTERN
        || type(i) == UNSAFE && type(i + 1) != LBRACE
        || at(i).is("async") && isName(type(i)) && startsMore(i + 1) && !isDeclaredName(i + 1)) {
      i++;
    }
    int end = scanType(i, false);
    if (end < 0 || !isName(type(end))) {
      return 0;
    }
    if (isParen(type(end + 1)) || isGenericFunction(end + 1)) {
      for (int k = modifiers; k < i; k++) {
        if (type(k) == IDENT) {
          at(k).setType(MODIFIER);
        }
      }
      scanType(i, true);
      return FUNCTION_MARK;
    }
    if (i > modifiers && type(modifiers) != STATIC) {
      i = modifiers;
    }
    return declaration(i);
  }

  private boolean isGenericFunction(int i) {
    if (type(i) != LT && type(i) != LT_ARG) {
      return false;
    }
    int end = arguments(i, false);
    return end >= 0 && isParen(type(end));
  }

  /**
   * The mark of a declaration in a tuple, or 0: {@code (a ? b : c, d * e)} declares nothing, though
   * nullable types and pointers begin alike.
   */
  int tupleElement(int i) {
    int end = scanOperandType(i, false);
    boolean isDeclared =
        end >= 0
            && isName(type(end))
            && type(end - 1) != STAR
            && type(end - 1) != PTR
            && !compares(i, end)
            && (type(end + 1) == COMMA || type(end + 1) == RPAREN);
    return isDeclared ? declaration(i) : 0;
  }

  /** Whether a {@code <} that opens no type arguments stands in a range. */
  private boolean compares(int start, int end) {
    for (int i = start; i < end; i++) {
      if (type(i) == LT) {
        return true;
      }
    }
    return false;
  }

  /** Takes a type with a name behind it as one; returns the mark or 0. */
  int declaration(int i) {
    int end = scanType(i, false);
    if (end < 0 || !isName(type(end))) {
      return 0;
    }
    scanType(i, true);
    return DECLARATION_MARK;
  }
}
