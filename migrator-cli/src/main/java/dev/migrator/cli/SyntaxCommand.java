package dev.migrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrator.Version;
import dev.migrator.pipeline.ExitCode;
import dev.migrator.source.Position;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import dev.migrator.syntax.csharp.SyntaxError;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the C# parser says of files: for people who work on the tool. */
@Command(
    name = "syntax",
    description = "What the C# parser says of files.",
    hidden = true,
    mixinStandardHelpOptions = true)
final class SyntaxCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "files, folders, or @FILE with a path a line")
  private List<String> paths;

  @Option(names = "--tokens", description = "also the tokens")
  private boolean withTokens;

  @Option(names = "--tree", description = "also the tree")
  private boolean withTree;

  @Option(
      names = "--define",
      split = "[;,]",
      paramLabel = "SYMBOL",
      description = "symbols that #if takes as defined")
  private List<String> symbols = new ArrayList<>();

  private final Console console;
  private final ObjectMapper mapper = new ObjectMapper();

  SyntaxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "migrator-syntax/1");
    root.put("tool", Version.TEXT);
    ArrayNode files = root.putArray("files");
    for (Path file : files()) {
      if (!Files.isReadable(file)) {
        console.err().println("migrator: " + file + " cannot be read");
        return ExitCode.REFUSED.number();
      }
      files.add(describe(file));
    }
    print(root);
    return ExitCode.DONE.number();
  }

  private void print(ObjectNode root) throws JsonProcessingException {
    console.out().println(mapper.writeValueAsString(root));
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      if (path.startsWith("@")) {
        Files.readAllLines(Path.of(path.substring(1))).stream()
            .filter(line -> !line.isBlank())
            .map(Path::of)
            .forEach(files::add);
      } else if (Files.isDirectory(Path.of(path))) {
        try (Stream<Path> below = Files.walk(Path.of(path))) {
          below.filter(file -> file.toString().endsWith(".cs")).sorted().forEach(files::add);
        }
      } else {
        files.add(Path.of(path));
      }
    }
    return files;
  }

  private ObjectNode describe(Path path) throws IOException {
    ObjectNode node = mapper.createObjectNode();
    byte[] bytes = Files.readAllBytes(path);
    node.put("file", path.toString().replace('\\', '/'));
    node.put("bytes", bytes.length);
    long start = System.nanoTime();
    try {
      SourceFile source = SourceFile.ofBytes(path.toString(), bytes);
      CSharpFile file = CSharpParser.parse(source, PreprocessorSymbols.of(symbols));
      List<SyntaxError> errors = file.errors();
      node.put("ok", errors.isEmpty());
      ArrayNode list = node.putArray("errors");
      errors.forEach(error -> list.add(error(error, source)));
      node.put("micros", (System.nanoTime() - start) / 1000);
      if (withTokens) {
        ArrayNode tokens = node.putArray("tokens");
        file.tokens().all().forEach(token -> tokens.add(token(token)));
      }
      if (withTree) {
        node.set("tree", tree(file.root()));
      }
    } catch (UnreadableSourceException e) {
      node.put("ok", false);
      node.putArray("errors")
          .addObject()
          .put("line", 1)
          .put("column", 1)
          .put("message", e.getMessage());
      node.put("micros", (System.nanoTime() - start) / 1000);
    }
    return node;
  }

  private ObjectNode error(SyntaxError error, SourceFile source) {
    Position position = source.position(error.span().start());
    return mapper
        .createObjectNode()
        .put("line", position.line())
        .put("column", position.column())
        .put("message", error.message());
  }

  private ObjectNode token(Token token) {
    return mapper
        .createObjectNode()
        .put("kind", token.kind().name())
        .put("start", token.span().start())
        .put("end", token.span().end())
        .put("text", token.text());
  }

  private ObjectNode tree(SyntaxNode node) {
    ObjectNode json = mapper.createObjectNode();
    json.put("kind", node.kind().name());
    json.put("start", node.span().start());
    json.put("end", node.span().end());
    ArrayNode children = json.putArray("children");
    node.children().forEach(child -> children.add(tree(child)));
    return json;
  }
}
