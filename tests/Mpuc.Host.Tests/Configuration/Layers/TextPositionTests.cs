using System.Text;
using Mpuc.Host.Configuration.Layers;

namespace Mpuc.Host.Tests.Configuration.Layers;

internal sealed class TextPositionTests
{
    private const string Text = "ab\ncä€d\n\n😀e";

    [Test]
    public void Every_offset_has_the_line_and_column_that_an_editor_shows()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var position = new TextPosition(bytes);
        for (var index = 0; index <= Text.Length; index++)
        {
            if (index < Text.Length && char.IsLowSurrogate(Text[index]))
            {
                continue;
            }

            var before = Text[..index];
            var expected = (before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));

            Assert.That(position.At(Encoding.UTF8.GetByteCount(before)), Is.EqualTo(expected), $"at {index}");
        }
    }

    [TestCase(0, 0, 1, 1)]
    [TestCase(1, 3, 2, 3)]
    [TestCase(1, 6, 2, 4)]
    [TestCase(3, 99, 4, 4)]
    public void A_line_with_bytes_becomes_a_line_with_characters(int line, int bytes, int expectedLine, int expectedColumn) => Assert.That(
        TextPosition.At(Encoding.UTF8.GetBytes(Text), line, bytes), Is.EqualTo((expectedLine, expectedColumn)));
}
