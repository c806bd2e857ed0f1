// RFC 8259; a comma behind the last member or element is allowed.
parser grammar JsoncParser;

options { tokenVocab = JsoncLexer; }

document : value EOF;
value
    : OPEN_BRACE (member (COMMA member)* COMMA?)? CLOSE_BRACE   # objectValue
    | OPEN_BRACKET (value (COMMA value)* COMMA?)? CLOSE_BRACKET # arrayValue
    | STRING                                                    # stringValue
    | NUMBER                                                    # numberValue
    | (TRUE | FALSE | NULL)                                     # literalValue
    ;
member   : STRING COLON value;
