/**
 * Every character of a C# file is in a token; trivia is on the hidden channels. CSharpScanner yields
 * the same tokens without tables that it has to learn: who changes one changes both.
 */
lexer grammar CSharpLexer;

options { superClass = CSharpLexerBase; }

channels { TRIVIA, DIRECTIVES }

tokens {
  // Made by CSharpTokenFilter or by actions of the parser.
  LT_ARG, GT_ARG, CAST_OPEN, LAMBDA_OPEN, TUPLE_OPEN, ATTRIBUTES_MARK, NEW_CALL, DEFAULT_OF, QUERY_END, DOTDOT_END, LAMBDA_IDENT, LAMBDA_TYPE_MARK, ASYNC, AWAIT, PTR,
  NULLABLE, COND_ACCESS, COND_ELEMENT, SHR, USHR, SHR_ASSIGN, USHR_ASSIGN, GE,
  FROM, SELECT, WHERE, JOIN, ON, EQUALS, INTO, LET, ORDERBY, ASCENDING, DESCENDING, GROUP, BY,
  NOT, AND, OR, WHEN, WITH, YIELD, SCOPED, RECORD, EXTENSION, ALLOWS, MODIFIER, CONSTRAINT,
  DECLARATION_MARK, FUNCTION_MARK, STATEMENT_MARK, CONSTRUCTOR_MARK, OPERATOR_MARK,
  INDEXER_MARK, METHOD_MARK, PROPERTY_MARK, FIELD_MARK, LABEL_MARK,
  CONSTANT_MARK, EXPRESSION_MARK, TYPE_MARK, TYPE_END, POSITIONAL_MARK, QUALIFIER_MARK, QUALIFIER_END, NO_ELSE,
  END_MARK, REF_ARGUMENT,
  BODY_REST, EXPRESSION_REST,
  INTERP_TEXT, INTERP_OPEN, INTERP_CLOSE, INTERP_FORMAT, INTERP_END,
  INACTIVE_TEXT
}

WHITESPACE : [ \t\u000B\f\u001A\uFEFF\p{Zs}]+ -> channel(TRIVIA);
NEWLINE : ('\r' '\n'? | [\n\u0085\u2028\u2029]) -> channel(TRIVIA);
DOC_COMMENT : ('///' (~[/\r\n\u0085\u2028\u2029] ~[\r\n\u0085\u2028\u2029]*)? | '/**' ~[/*] .*? '*/') -> channel(TRIVIA);
LINE_COMMENT : '//' ~[\r\n\u0085\u2028\u2029]* -> channel(TRIVIA);
BLOCK_COMMENT : '/*' .*? '*/' -> channel(TRIVIA);
DIRECTIVE : '#' {atLineStart()}? ~[\r\n\u0085\u2028\u2029]* {directive();} -> channel(DIRECTIVES);

ABSTRACT : 'abstract'; AS : 'as'; BASE : 'base'; BOOL : 'bool'; BREAK : 'break'; BYTE : 'byte';
CASE : 'case'; CATCH : 'catch'; CHAR : 'char'; CHECKED : 'checked'; CLASS : 'class';
CONST : 'const'; CONTINUE : 'continue'; DECIMAL : 'decimal'; DEFAULT : 'default';
DELEGATE : 'delegate'; DO : 'do'; DOUBLE : 'double'; ELSE : 'else'; ENUM : 'enum';
EVENT : 'event'; EXPLICIT : 'explicit'; EXTERN : 'extern'; FALSE : 'false';
FINALLY : 'finally'; FIXED : 'fixed'; FLOAT : 'float'; FOR : 'for'; FOREACH : 'foreach';
GOTO : 'goto'; IF : 'if'; IMPLICIT : 'implicit'; IN : 'in'; INT : 'int';
INTERFACE : 'interface'; INTERNAL : 'internal'; IS : 'is'; LOCK : 'lock'; LONG : 'long';
NAMESPACE : 'namespace'; NEW : 'new'; NULL : 'null'; OBJECT : 'object'; OPERATOR : 'operator';
OUT : 'out'; OVERRIDE : 'override'; PARAMS : 'params'; PRIVATE : 'private';
PROTECTED : 'protected'; PUBLIC : 'public'; READONLY : 'readonly'; REF : 'ref';
RETURN : 'return'; SBYTE : 'sbyte'; SEALED : 'sealed'; SHORT : 'short'; SIZEOF : 'sizeof';
STACKALLOC : 'stackalloc'; STATIC : 'static'; STRING_TYPE : 'string'; STRUCT : 'struct';
SWITCH : 'switch'; THIS : 'this'; THROW : 'throw'; TRUE : 'true'; TRY : 'try';
TYPEOF : 'typeof'; UINT : 'uint'; ULONG : 'ulong'; UNCHECKED : 'unchecked';
UNSAFE : 'unsafe'; USHORT : 'ushort'; USING : 'using'; VIRTUAL : 'virtual'; VOID : 'void';
VOLATILE : 'volatile'; WHILE : 'while';

IDENT : '@'? IDENT_START IDENT_PART*;
fragment IDENT_START : [\p{L}\p{Nl}_] | ESCAPE;
fragment IDENT_PART : [\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064] | ESCAPE;
fragment ESCAPE : '\\u' HEX HEX HEX HEX | '\\U' HEX HEX HEX HEX HEX HEX HEX HEX;
fragment HEX : [0-9a-fA-F];

NUMBER
  : '0' [xX] [0-9a-fA-F_]+ [uUlL]*
  | '0' [bB] [01_]+ [uUlL]*
  | [0-9] [0-9_]* ('.' [0-9] [0-9_]*)? EXPONENT? [uUlLfFdDmM]*
  | '.' [0-9] [0-9_]* EXPONENT? [fFdDmM]?
  ;
fragment EXPONENT : [eE] [+-]? [0-9_]+;

CHARACTER : '\'' (~['\\\r\n] | '\\' ~[\r\n]) ~['\r\n]* '\'';
RAW_STRING : '"""' {rawString();};
STRING : ('"' (~["\\\r\n\u0085\u2028\u2029] | '\\' ~[\r\n])* '"' | '@"' (~'"' | '""')* '"') U8?;
fragment U8 : [uU] '8';
INTERP_START
  : ('$"' | '$@"' | '@$"' | '$'+ '"""') {startInterpolation();} -> pushMode(INTERPOLATION)
  ;

LBRACE : '{' {open();};
RBRACE : '}' {closeBrace();};
LPAREN : '(' {open();};
RPAREN : ')' {close();};
LBRACKET : '[' {open();};
RBRACKET : ']' {close();};
COLON : ':' {colon();};
DOUBLE_COLON : '::' {colon();};
SEMI : ';'; COMMA : ','; DOT : '.'; DOTDOT : '..'; QUESTION : '?'; COALESCE : '??';
COALESCE_ASSIGN : '??='; ARROW : '=>'; ASSIGN : '='; EQ : '=='; NE : '!='; LT : '<'; LE : '<=';
GT : '>'; SHL : '<<'; SHL_ASSIGN : '<<='; PLUS : '+'; MINUS : '-'; STAR : '*'; SLASH : '/';
PERCENT : '%'; AMP : '&'; PIPE : '|'; CARET : '^'; BANG : '!'; TILDE : '~'; INC : '++';
DEC : '--'; AND_AND : '&&'; OR_OR : '||'; POINTER_ACCESS : '->'; PLUS_ASSIGN : '+=';
MINUS_ASSIGN : '-='; STAR_ASSIGN : '*='; SLASH_ASSIGN : '/='; PERCENT_ASSIGN : '%=';
AMP_ASSIGN : '&='; PIPE_ASSIGN : '|='; CARET_ASSIGN : '^=';
BAD : .;

mode INTERPOLATION;
INTERP_PART : . {interpolatedPart();};

mode INACTIVE;
INACTIVE_PART : . {inactivePart();};
