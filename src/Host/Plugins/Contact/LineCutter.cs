using System.Text;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>Cuts a stream of text into lines; what is too long for one is left out.</summary>
/// <param name="take">Takes the lines, without their ends.</param>
internal sealed class LineCutter(int longest, Action<string> take)
{
    private readonly StringBuilder _line = new();

    /// <summary>Takes more of the text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is var end and >= 0)
        {
            Add(text[..end]);
            take(_line.ToString().TrimEnd('\r'));
            _line.Clear();
            text = text[(end + 1)..];
        }

        Add(text);
    }

    private void Add(ReadOnlySpan<char> part) => _line.Append(part[..Math.Min(part.Length, longest - _line.Length)]);
}
