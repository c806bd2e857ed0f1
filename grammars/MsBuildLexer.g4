// Extensible Markup Language 1.0, as far as MSBuild files use it. Every character is a token:
// the texts of all tokens joined give back the file. A document type is one opaque token and is
// never resolved. Broken constructs become UNTERMINATED, STRAY_AMPERSAND or UNEXPECTED.
lexer grammar MsBuildLexer;

channels { TRIVIA }

COMMENT         : '<!--' .*? '-->' -> channel(TRIVIA);
CDATA           : '<![CDATA[' .*? ']]>';
PROCESSING      : '<?' .*? '?>' -> channel(TRIVIA);
DOCTYPE         : '<!DOCTYPE' (QUOTED | '[' (QUOTED | ~["'\]])* ']' | ~["'[>])* '>' -> channel(TRIVIA);
UNTERMINATED    : '<!--' | '<![CDATA[' | '<?' | '<!';
OPEN_END        : '</' -> pushMode(TAG);
OPEN            : '<' -> pushMode(TAG);
REFERENCE       : '&' (NAME_TEXT | '#' [0-9]+ | '#x' [0-9a-fA-F]+) ';';
STRAY_AMPERSAND : '&';
TEXT            : ~[<&]+;

fragment QUOTED     : '"' ~["]* '"' | '\'' ~[']* '\'';
fragment NAME_TEXT  : NAME_START NAME_CHAR*;
fragment NAME_START : [:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D]
                    | [\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}];
fragment NAME_CHAR  : NAME_START | [\-.0-9\u00B7\u0300-\u036F\u203F\u2040];

mode TAG;
CLOSE      : '>' -> popMode;
SELF_CLOSE : '/>' -> popMode;
EQUALS     : '=';
STRING     : '"' ~["<]* '"' | '\'' ~['<]* '\'';
NAME       : NAME_TEXT;
SPACE      : [ \t\r\n]+ -> channel(TRIVIA);
// A tag that was never closed: the next one starts all the same.
TAG_OPEN_END : '</' -> type(OPEN_END);
TAG_OPEN     : '<' -> type(OPEN);
UNEXPECTED   : .;
