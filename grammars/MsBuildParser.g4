// Structure of a well-formed document; names of start and end tags are compared outside.
parser grammar MsBuildParser;

options { tokenVocab = MsBuildLexer; }

document  : TEXT* element TEXT* EOF;
element   : OPEN NAME attribute* (SELF_CLOSE | CLOSE content* endTag);
endTag    : OPEN_END NAME CLOSE;
attribute : NAME EQUALS STRING;
content   : element | TEXT | REFERENCE | CDATA;
