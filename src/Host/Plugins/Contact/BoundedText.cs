using System.Text;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>The end of a text that may be of any length. One thread appends while others may read.</summary>
internal sealed class BoundedText(int limit)
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds to the text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        lock (_text)
        {
            _text.Append(text);
            if (_text.Length > limit)
            {
                _text.Remove(0, _text.Length - limit);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }
}
