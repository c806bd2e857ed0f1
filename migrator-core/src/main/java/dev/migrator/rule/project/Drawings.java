package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code that draws by System.Drawing. The .NET Framework has all of it, .NET the shapes and colors:
 * the rest is in a package, which works on Windows alone (<a
 * href="https://learn.microsoft.com/dotnet/core/compatibility/core-libraries/6.0/system-drawing-common-windows-only">breaking
 * change of .NET 6</a>).
 */
final class Drawings {
  static final String PACKAGE = "System.Drawing.Common";

  private static final String NAMESPACE = "System.Drawing";
  private static final Pattern DRAWING =
      Pattern.compile(
          "\\bSystem\\.Drawing\\.(?:Drawing2D|Imaging|Printing|Text)\\b"
              + "|\\b(?:Bitmap|Brush|Brushes|Font|FontFamily|Graphics|Icon|Image|ImageFormat|Pen|Pens"
              + "|SolidBrush|StringFormat|TextureBrush)\\b");

  private Drawings() {}

  /** The first place, for a project of the .NET Framework that does not name the package. */
  static Optional<Diagnostic> find(CodeBase code) {
    return code.project().packageReference(PACKAGE).isPresent()
        ? Optional.empty()
        : code.files().stream().flatMap(file -> find(file).stream()).findFirst();
  }

  private static Optional<Diagnostic> find(CSharpFile file) {
    String text = file.source().text();
    if (!text.contains(NAMESPACE)) {
      return Optional.empty();
    }
    Matcher found = DRAWING.matcher(text);
    return found.find() ? Optional.of(onWindows(file, found)) : Optional.empty();
  }

  private static Diagnostic onWindows(CSharpFile file, Matcher found) {
    return Diagnostic.of(
        Code.WORKS_DIFFERENTLY,
        file.source().location(found.start()),
        "`"
            + found.group()
            + "` of System.Drawing comes from the package "
            + PACKAGE
            + " now, which works on Windows alone",
        "keep the plan on Windows, or draw with a library for all systems");
  }
}
