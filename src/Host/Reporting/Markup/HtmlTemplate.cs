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
    public HtmlTemplate(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Adds markup.</summary>
    public void AppendLiteral(string markup) => _markup.Append(markup);

    /// <summary>Adds a piece.</summary>
    public void AppendFormatted(Html piece) => _markup.Append(piece.ToString());

    /// <summary>Adds pieces one after the other.</summary>
    public void AppendFormatted(IEnumerable<Html> pieces) => AppendFormatted(Html.Join(pieces));

    /// <summary>Adds a text, escaped.</summary>
    public void AppendFormatted(string? text) => AppendFormatted((Html)text);

    /// <summary>Adds a whole number.</summary>
    public void AppendFormatted(long number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <inheritdoc/>
    public override string ToString() => _markup.ToString();
}
