lexer grammar JsoncLexer;
ANY : . ;
