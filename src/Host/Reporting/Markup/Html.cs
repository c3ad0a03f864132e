using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Mpuc.Host.Reporting.Markup;

/// <summary>
/// A piece of HTML. There are two ways to one: a template, whose literal parts are markup and whose holes are escaped, and a text, which is
/// escaped as a whole. So no name, label or path from data can become markup.
/// </summary>
internal readonly struct Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    /// <summary>Whether there is nothing.</summary>
    public bool IsNone => string.IsNullOrEmpty(_markup);

    /// <summary>A text, escaped.</summary>
    public static implicit operator Html(string? text) => new(Encoder.Encode(text ?? string.Empty));

    /// <summary>Fills in a template.</summary>
    public static Html Of(HtmlTemplate template) => new(template.ToString());

    /// <summary>Puts pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece._markup)));

    /// <summary>Takes the program's own style sheets and scripts as they are.</summary>
    public static Html Trusted(string content) => new(content);

    /// <summary>The markup.</summary>
    public override string ToString() => _markup ?? string.Empty;
}
