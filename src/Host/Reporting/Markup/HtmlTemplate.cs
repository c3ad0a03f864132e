using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mpuc.Host.Reporting.Markup;

/// <summary>
/// An interpolated string whose literals are markup and whose holes are escaped, unless they are <see cref="Html"/> already.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlTemplate
{
    private readonly StringBuilder _markup;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters of markup.</param>
    /// <param name="formattedCount">Holes.</param>
    public HtmlTemplate(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Adds markup.</summary>
    /// <param name="markup">A part of the program's text.</param>
    public void AppendLiteral(string markup) => _markup.Append(markup);

    /// <summary>Adds a piece.</summary>
    /// <param name="piece">The piece.</param>
    public void AppendFormatted(Html piece) => _markup.Append(piece.ToString());

    /// <summary>Adds pieces one after the other.</summary>
    /// <param name="pieces">The pieces.</param>
    public void AppendFormatted(IEnumerable<Html> pieces) => AppendFormatted(Html.Join(pieces));

    /// <summary>Adds a text, escaped.</summary>
    /// <param name="text">Any text.</param>
    public void AppendFormatted(string? text) => AppendFormatted((Html)text);

    /// <summary>Adds a whole number.</summary>
    /// <param name="number">The number.</param>
    public void AppendFormatted(long number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <inheritdoc/>
    public override string ToString() => _markup.ToString();
}
