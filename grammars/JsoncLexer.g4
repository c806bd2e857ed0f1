// RFC 8259 with what the readers of host.json and local.settings.json accept on top: comments,
// strings in single quotes. Every character is a token: all token texts joined give back the file.
lexer grammar JsoncLexer;

channels { TRIVIA }

OPEN_BRACE    : '{';
CLOSE_BRACE   : '}';
OPEN_BRACKET  : '[';
CLOSE_BRACKET : ']';
COLON         : ':';
COMMA         : ',';
TRUE          : 'true';
FALSE         : 'false';
NULL          : 'null';
STRING        : '"' (ESCAPE | ~["\\\r\n])* '"' | '\'' (ESCAPE | ~['\\\r\n])* '\'';
NUMBER        : '-'? [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)?;
LINE_COMMENT  : '//' ~[\r\n]* -> channel(TRIVIA);
BLOCK_COMMENT : '/*' .*? '*/' -> channel(TRIVIA);
SPACE         : [ \t\r\n]+ -> channel(TRIVIA);
// Errors, as tokens: a string without its closing quote, a word such as a name without quotes.
UNTERMINATED  : '"' (ESCAPE | ~["\\\r\n])* | '\'' (ESCAPE | ~['\\\r\n])* | '/*';
WORD          : [A-Za-z_$\u00AA-\u{10FFFF}] [A-Za-z0-9_$\u00AA-\u{10FFFF}]*;
UNEXPECTED    : .;

fragment ESCAPE : '\\' ~[\r\n];
