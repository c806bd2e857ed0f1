/** C# up to 14 over tokens that CSharpTokenFilter has classified. Bodies of members are one token. */
parser grammar CSharpParser;

options { tokenVocab = CSharpLexer; superClass = CSharpParserBase; contextSuperClass = CSharpContext; }

// --- Declarations

compilationUnit : elements EOF;

elements : {markElement();} (element {markElement();})*;

element
  : externAlias
  | usingDirective
  | globalAttributes
  | STATEMENT_MARK statement
  | memberDeclaration
  ;

externAlias : EXTERN identifier identifier SEMI;

usingDirective
  : MODIFIER? USING STATIC? UNSAFE? usingAlias? type SEMI
  ;
usingAlias : identifier ASSIGN;

globalAttributes : LBRACKET MODIFIER COLON attribute (COMMA attribute)* COMMA? RBRACKET;

attributeList
  : LBRACKET (attributeTarget COLON)? attribute (COMMA attribute)* COMMA? RBRACKET
  ;
attributeTarget : identifier | RETURN | EVENT;
attribute : name attributeArguments?;
attributeArguments : LPAREN (attributeArgument (COMMA attributeArgument)*)? RPAREN;
attributeArgument : {markName();} (LABEL_MARK identifier (ASSIGN | COLON))? expression;

memberDeclaration : attributeList* modifier* memberRest;

modifier
  : PUBLIC | PRIVATE | PROTECTED | INTERNAL | STATIC | ABSTRACT | SEALED | VIRTUAL | OVERRIDE
  | READONLY | EXTERN | UNSAFE | VOLATILE | NEW | NEW_CALL | CONST | MODIFIER | ASYNC
  ;

memberRest
  : NAMESPACE name namespaceBody                                          # namespaceMember
  | typeKeyword identifier typeParameters? parameterList? baseList? constraint* typeBody # typeMember
  | EXTENSION typeParameters? receiver constraint* typeBody                # extensionMember
  | ENUM identifier baseList? enumBody                                     # enumType
  | DELEGATE type identifier typeParameters? parameterList constraint* SEMI # delegateMember
  | EVENT FIELD_MARK type declarator (COMMA declarator)* SEMI             # eventField
  | EVENT PROPERTY_MARK type explicitInterface? identifier (accessors | SEMI)                   # eventMember
  | FIXED type fixedDeclarator (COMMA fixedDeclarator)* SEMI              # fixedMember
  | TILDE identifier parameterList body                                   # destructor
  | CONSTRUCTOR_MARK identifier parameterList constructorInitializer? body # constructor
  | (IMPLICIT | EXPLICIT) explicitInterface? OPERATOR CHECKED? type parameterList body # conversion
  | OPERATOR_MARK type explicitInterface? OPERATOR CHECKED? overloadable parameterList body # operatorMember
  | INDEXER_MARK type explicitInterface? THIS bracketedParameters (accessors | body) # indexer
  | METHOD_MARK type explicitInterface? identifier typeParameters? parameterList constraint* body # method
  | PROPERTY_MARK type explicitInterface? identifier
      (accessors propertyInitializer? | expressionBody SEMI)               # property
  | FIELD_MARK type declarator (COMMA declarator)* SEMI                   # field
  ;

namespaceBody : SEMI elements EOF | LBRACE elements RBRACE SEMI?;

receiver : (LPAREN | CAST_OPEN | LAMBDA_OPEN) receiverParameter RPAREN;
receiverParameter : {markReceiver();} attributeList* parameterModifier* TYPE_MARK type identifier?;

typeKeyword : CLASS | STRUCT | INTERFACE | RECORD (CLASS | STRUCT)?;
typeBody : LBRACE {markMember();} (memberDeclaration {markMember();})* RBRACE SEMI? | SEMI;
enumBody : LBRACE (enumMember (COMMA enumMember)* COMMA?)? RBRACE SEMI? | SEMI;
enumMember : attributeList* identifier (ASSIGN expression)?;
fixedDeclarator : identifier LBRACKET expression RBRACKET;
constructorInitializer : COLON (BASE | THIS) argumentList;
propertyInitializer : ASSIGN variableInitializer SEMI;
overloadable
  : PLUS | MINUS | BANG | TILDE | INC | DEC | TRUE | FALSE | STAR | PTR | SLASH | PERCENT | AMP | PIPE
  | CARET | SHL | SHR | USHR | EQ | NE | LT | GT | LE | GE | LT_ARG | GT_ARG
  | PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | SLASH_ASSIGN | PERCENT_ASSIGN | AMP_ASSIGN
  | PIPE_ASSIGN | CARET_ASSIGN | SHL_ASSIGN | SHR_ASSIGN | USHR_ASSIGN
  ;
explicitInterface : QUALIFIER_MARK qualifier QUALIFIER_END;
qualifier : (identifier DOUBLE_COLON)? (simpleName DOT)+;

accessors : LBRACE accessor* RBRACE;
accessor : attributeList* modifier* identifier body;

body : blockBody (expressionBody SEMI)? | expressionBody SEMI | SEMI;
blockBody : LBRACE {collapseBlock();} BODY_REST;
expressionBody : ARROW {collapseExpression();} EXPRESSION_REST;

typeParameters : (LT_ARG | LT) typeParameter (COMMA typeParameter)* (GT_ARG | GT);
typeParameter : attributeList* (IN | OUT)? identifier;
baseList : COLON baseType (COMMA baseType)*;
baseType : type argumentList?;
constraint : CONSTRAINT identifier COLON bound (COMMA bound)*;
bound
  : CLASS (NULLABLE | QUESTION)? | STRUCT | (NEW | NEW_CALL) LPAREN RPAREN | DEFAULT | ALLOWS REF STRUCT
  | type
  ;

parameterList : (LPAREN | LAMBDA_OPEN | CAST_OPEN | TUPLE_OPEN) parameters RPAREN;
bracketedParameters : LBRACKET parameters RBRACKET;
parameters : {markParameter();} (parameter (COMMA {markParameter();} parameter)*)?;
parameter
  : attributeList* parameterModifier* (TYPE_MARK type)? identifier (ASSIGN expression)?
  ;
parameterModifier : REF | OUT | IN | PARAMS | THIS | READONLY | SCOPED;

declarator : identifier bracketedArguments? (ASSIGN variableInitializer)?;
variableInitializer : initializer | expression;

// --- Types

type
  : refType
  | ( predefinedType
    | name
    | (LPAREN | CAST_OPEN | LAMBDA_OPEN | TUPLE_OPEN) tupleElement (COMMA tupleElement)+ RPAREN
    | DELEGATE (PTR | STAR) callingConvention? typeArguments
    ) typeSuffix*
  ;
refType : REF READONLY? type | SCOPED type;
typeSuffix : NULLABLE | PTR | LBRACKET COMMA* RBRACKET;
callingConvention : identifier (LBRACKET identifier (COMMA identifier)* RBRACKET)?;
tupleElement : type identifier?;
predefinedType
  : BOOL | BYTE | CHAR | DECIMAL | DOUBLE | FLOAT | INT | LONG | OBJECT | SBYTE | SHORT
  | STRING_TYPE | UINT | ULONG | USHORT | VOID
  ;
name : (identifier DOUBLE_COLON)? simpleName (DOT simpleName)*;
simpleName : (IDENT | LAMBDA_IDENT) typeArguments?;
typeArguments : LT_ARG typeArgument (COMMA typeArgument)* GT_ARG;
typeArgument : ((OUT | IN)? type)?;

identifier : IDENT | LAMBDA_IDENT;

// --- Statements

bodyBlock : block EOF;
bodyExpression : expression EOF;

block : LBRACE statement* RBRACE;

// The base class marks what begins here when the rule is entered.
statement
  : block                                                               # blockStatement
  | SEMI                                                                # emptyStatement
  | DECLARATION_MARK attributeList* declarationModifier* type declarator (COMMA declarator)* SEMI # localDeclaration
  | FUNCTION_MARK attributeList* functionModifier* type identifier typeParameters? parameterList
      constraint* functionBody                                            # localFunction
  | LABEL_MARK identifier COLON statement                               # labeled
  | IF LPAREN expression RPAREN statement {markElse();} otherwise         # ifStatement
  | WHILE LPAREN expression RPAREN statement                            # whileStatement
  | DO statement WHILE LPAREN expression RPAREN SEMI                    # doStatement
  | FOR LPAREN {markDeclaration();} forInit? SEMI expression? SEMI expressions? RPAREN statement # forStatement
  | AWAIT? FOREACH LPAREN {markDeclaration();} (DECLARATION_MARK type identifier | expression) IN
      expression RPAREN statement                                         # foreachStatement
  | SWITCH expression {markEnd();} END_MARK LBRACE switchSection* RBRACE  # switchStatement
  | TRY block catchClause* (FINALLY block)?                             # tryStatement
  | AWAIT? USING LPAREN {markDeclaration();} (localVariables | expression) RPAREN statement # usingStatement
  | FIXED LPAREN {markDeclaration();} localVariables RPAREN statement   # fixedStatement
  | LOCK LPAREN expression RPAREN statement                             # lockStatement
  | (CHECKED | UNCHECKED | UNSAFE) block                                # checkedStatement
  | RETURN expression? SEMI                                             # returnStatement
  | BREAK identifier? SEMI                                                          # breakStatement
  | CONTINUE identifier? SEMI                                                       # continueStatement
  | GOTO (identifier | CASE expression | DEFAULT) SEMI                  # gotoStatement
  | THROW SEMI                                                          # rethrowStatement
  | YIELD (RETURN expression | BREAK) SEMI                              # yieldStatement
  | expression SEMI                                                     # expressionStatement
  | (CONST | EXTERN | SCOPED | MODIFIER | NOT | AND | OR | WHEN)                             # strayStatement
  ;

otherwise : ELSE statement | NO_ELSE;
declarationModifier : CONST | USING | AWAIT | STATIC | READONLY;
functionModifier : ASYNC | STATIC | UNSAFE | EXTERN | MODIFIER;
functionBody : block | ARROW expression SEMI | SEMI;
localVariables : DECLARATION_MARK type declarator (COMMA declarator)*;
forInit : localVariables | expressions;
expressions : expression (COMMA expression)*;
catchClause : CATCH (LPAREN type identifier? RPAREN)? (WHEN LPAREN expression RPAREN)? block;
switchSection : switchLabel+ statement+;
switchLabel
  : CASE {markLabel();} (EXPRESSION_MARK expression | pattern) (WHEN expression)? COLON
  | DEFAULT COLON
  ;

// --- Expressions

argumentList : (LPAREN | CAST_OPEN | TUPLE_OPEN) (argument (COMMA argument)*)? RPAREN;
bracketedArguments : LBRACKET argument (COMMA argument)* RBRACKET;
argument
  : {markName();} argumentName? {markReference();}
    (OUT {markDeclaration();} (declarationExpression | expression) | (REF_ARGUMENT | IN)? expression)
  ;
argumentName : LABEL_MARK identifier COLON;
tupleArgument : {markName();} argumentName? {markTupleElement();} (declarationExpression | expression);
declarationExpression : DECLARATION_MARK type identifier;

expression
  : (NUMBER | CHARACTER | STRING | RAW_STRING | TRUE | FALSE | NULL)        # literalExpression
  | IDENT (DOUBLE_COLON IDENT)? typeArguments?                            # nameExpression
  | predefinedType                                     # predefinedExpression
  | (THIS | BASE)                                                         # keywordExpression
  | INTERP_START (INTERP_TEXT | hole)* INTERP_END                         # interpolatedString
  | LPAREN expression RPAREN                                              # parenthesized
  | TUPLE_OPEN tupleArgument (COMMA tupleArgument)* RPAREN                # tuple
  | LBRACKET (collectionElement (COMMA collectionElement)* COMMA?)? RBRACKET # collection
  | (TYPEOF | SIZEOF) LPAREN type RPAREN                                  # typeOf
  | DEFAULT_OF LPAREN type RPAREN                                         # defaultOf
  | DEFAULT                                                               # defaultLiteral
  | (CHECKED | UNCHECKED) LPAREN expression RPAREN                        # checkedExpression
  | NEW type creationRest                                                 # creation
  | NEW_CALL argumentList initializer?                                    # implicitCreation
  | NEW LBRACKET COMMA* RBRACKET initializer                              # implicitArray
  | NEW initializer                                                       # anonymousObject
  | STACKALLOC type (bracketedArguments initializer? | initializer)         # stackAlloc
  | STACKALLOC LBRACKET RBRACKET initializer                              # implicitStackAlloc
  | anonymousFunction                                                     # lambda
  | FROM type? identifier IN expression queryBody                         # query
  | expression COND_ACCESS? DOT IDENT typeArguments?                      # memberAccess
  | expression POINTER_ACCESS identifier typeArguments?                   # memberAccess
  | expression COND_ELEMENT? bracketedArguments                           # elementAccess
  | expression argumentList                                               # invocation
  | expression (INC | DEC | BANG)                                         # postfix
  | CAST_OPEN type RPAREN expression                                      # cast
  | AWAIT expression                                                      # awaitExpression
  | (PLUS | MINUS | BANG | TILDE | INC | DEC | CARET | AMP | STAR | PTR) expression # unary
  | expression DOTDOT expression                                          # range
  | expression DOTDOT_END                                                 # range
  | DOTDOT expression                                                     # range
  | DOTDOT_END                                                            # range
  | expression SWITCH LBRACE (arm (COMMA arm)* COMMA?)? RBRACE            # switchExpression
  | expression WITH initializer                                           # withExpression
  | expression op=(STAR | SLASH | PERCENT) expression                     # binary
  | expression op=(PLUS | MINUS) expression                               # binary
  | expression op=(SHL | SHR | USHR) expression                           # binary
  | expression op=(LT | GT | LE | GE) expression                          # binary
  | expression IS pattern                                                 # isExpression
  | expression AS {markTypeEnd();} type TYPE_END                          # asExpression
  | expression op=(EQ | NE) expression                                    # binary
  | expression op=AMP expression                                          # binary
  | expression op=CARET expression                                        # binary
  | expression op=PIPE expression                                         # binary
  | expression op=AND_AND expression                                      # binary
  | expression op=OR_OR expression                                        # binary
  | <assoc=right> expression op=COALESCE expression                       # binary
  | <assoc=right> expression QUESTION expression COLON expression         # conditional
  | <assoc=right> expression op=(ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | SLASH_ASSIGN
      | PERCENT_ASSIGN | AMP_ASSIGN | PIPE_ASSIGN | CARET_ASSIGN | SHL_ASSIGN | SHR_ASSIGN
      | USHR_ASSIGN | COALESCE_ASSIGN) expression                         # assignment
  | REF expression                                                        # refExpression
  | THROW expression                                                      # throwExpression
  ;

collectionElement : {markWith();} (WITH argumentList | expression);

literal : NUMBER | CHARACTER | STRING | RAW_STRING | TRUE | FALSE | NULL;
hole : INTERP_OPEN expression (COMMA expression)? INTERP_FORMAT? INTERP_CLOSE;

creationRest
  : argumentList initializer?
  | initializer
  | bracketedArguments typeSuffix* initializer?
  ;
initializer : LBRACE (initializerElement (COMMA initializerElement)* COMMA?)? RBRACE;
initializerElement : initializer | expression (ASSIGN initializer)?;

anonymousFunction
  : (ATTRIBUTES_MARK attributeList+)? (STATIC | ASYNC)*
    ( DELEGATE parameterList? block
    | (lambdaParameter | (LAMBDA_TYPE_MARK type)? lambdaParameters) ARROW (block | expression {markEnd();} END_MARK)
    )
  ;

lambdaParameter : LAMBDA_IDENT;
lambdaParameters : LAMBDA_OPEN parameters RPAREN;

queryBody : queryClause* lastClause {markQueryEnd();} (continuation queryBody | QUERY_END);
queryClause
  : FROM type? identifier IN expression
  | LET identifier ASSIGN expression
  | WHERE expression
  | JOIN type? identifier IN expression ON expression EQUALS expression (INTO identifier)?
  | ORDERBY ordering (COMMA ordering)*
  ;
lastClause : SELECT expression | GROUP expression BY expression;
continuation : INTO identifier;
ordering : expression (ASCENDING | DESCENDING)?;

arm : pattern (WHEN expression)? ARROW expression;

pattern
  : NOT pattern                                                           # notPattern
  | pattern AND pattern                                                   # binaryPattern
  | pattern OR pattern                                                    # binaryPattern
  | simplePattern                                                         # otherPattern
  ;

simplePattern
  : {markPattern();}
    ( CONSTANT_MARK operand {markEnd();} END_MARK
    | positional properties? identifier?
    | TYPE_MARK type (TYPE_END | POSITIONAL_MARK positional) properties? identifier?
    | (LT | LE | GT | GE) operand {markEnd();} END_MARK
    | properties identifier?
    | LBRACKET (pattern (COMMA pattern)* COMMA?)? RBRACKET identifier?
    | DOTDOT pattern {markEnd();} END_MARK
    | DOTDOT_END
    | unmarkedPattern
    )
  ;

// First tokens of patterns: once they are marked they never get here.
unmarkedPattern
  : IDENT | LAMBDA_IDENT | literal | predefinedType | INTERP_START | CAST_OPEN | TYPEOF | SIZEOF
  | DEFAULT | DEFAULT_OF | CHECKED | UNCHECKED | PLUS | MINUS | BANG | TILDE | REF | SCOPED | DELEGATE | NEW
  ;

positional : (LPAREN | TUPLE_OPEN) (subpattern (COMMA subpattern)*)? RPAREN;

properties : LBRACE (subpattern (COMMA subpattern)* COMMA?)? RBRACE;
subpattern
  : {markSubpattern();} (LABEL_MARK identifier (BANG? COND_ACCESS? DOT identifier)* COLON)? pattern
  ;

operand
  : literal                                                               # literalOperand
  | IDENT (DOUBLE_COLON IDENT)? typeArguments?                            # nameOperand
  | predefinedType DOT identifier                                         # predefinedOperand
  | INTERP_START (INTERP_TEXT | hole)* INTERP_END                         # interpolatedOperand
  | LPAREN expression RPAREN                                              # parenthesizedOperand
  | (TYPEOF | SIZEOF | DEFAULT_OF) LPAREN type RPAREN                     # typeOfOperand
  | DEFAULT                                                               # defaultOperand
  | (CHECKED | UNCHECKED) LPAREN expression RPAREN                        # checkedOperand
  | NEW type creationRest                                                 # creationOperand
  | operand DOT identifier typeArguments?                                 # memberOperand
  | operand argumentList                                                  # callOperand
  | CAST_OPEN type RPAREN operand                                         # castOperand
  | (PLUS | MINUS | BANG | TILDE) operand                                 # unaryOperand
  | operand op=(STAR | SLASH | PERCENT) operand                           # binaryOperand
  | operand op=(PLUS | MINUS) operand                                     # binaryOperand
  | operand op=(SHL | SHR | USHR) operand                                 # binaryOperand
  ;
