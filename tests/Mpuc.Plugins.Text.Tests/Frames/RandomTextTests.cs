using System.Text;
using Mpuc.Plugins.Text.Frames;
using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Tests.Vectors;
using Mpuc.Plugins.Text.Tests.Words;
using Mpuc.Plugins.Text.Vectors;
using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Frames;

/// <summary>Texts and times made at random, from characters that mean something to the tokeniser and from all others.</summary>
[TestFixture]
internal sealed class RandomTextTests
{
    private const string Telling = "aabcdnst'''--..,,::!? 019\u2019\u2014\u2026\u0092\u00AD\u00E9I\uD83D\uDE00\uD800\u0301\u00BD\u0660\t\n";

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Every_text_becomes_words_in_order_that_fill_its_time(int seed)
    {
        var random = new Random(seed);
        var lookup = new WordLookup(new WordList("a", "b", "c", "n't", "is", "not", "one", "nine", "zero"));
        for (var i = 0; i < 1000; i++)
        {
            var transcript = new Transcript(Text(random), null, random.Next(2) == 0 ? null : 10 * random.NextDouble());

            var text = SpokenText.Create(transcript, lookup, new FrameOptions { KeepsPunctuation = random.Next(2) == 0 }, "a.txt");

            Assert.That(text.Words.SelectMany(word => word.Pieces).Select(piece => piece.Text.Length), Is.All.Positive);
            Assert.That(text.Words.Select(word => word.Pieces.Count), Is.All.Positive);
            Assert.That(text.Words.Zip(text.Words.Skip(1)).All(pair => pair.First.End <= pair.Second.Start + 1e-9), Is.True);
            Assert.That(text.Words.Count == 0 || Math.Abs(text.Words[^1].End - text.Duration) < 1e-9, Is.True);
        }
    }

    [Test]
    public void Every_frame_lies_between_the_vectors_of_its_words()
    {
        using var folder = new TemporaryFolder();
        using var vectors = Indexed.Vectors(folder.Write("vectors.txt", "a -1\nb 2\nc 5\n"));
        var (random, lookup) = (new Random(7), new WordLookup(vectors));
        for (var i = 0; i < 500; i++)
        {
            var options = new FrameOptions { FrameRate = 0.5 + (20 * random.NextDouble()) };
            SpokenWord[] words = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Word(random, lookup))];
            var text = new SpokenText(words, words.Max(word => word.End));

            using var frames = new FrameBuilder(vectors, options).Build(text);

            Assert.That(frames.shape[0], Is.EqualTo(Math.Max(1, (long)Math.Ceiling((text.Duration * options.FrameRate) - 1e-6))));
            Assert.That(frames.data<float>().ToArray(), Is.All.InRange(-1.0001f, 5.0001f));
            foreach (var word in words)
            {
                var frame = Math.Min(frames.shape[0] - 1, (long)((word.Start + word.End) / 2 * options.FrameRate));
                var (low, high) = Neighbours(words, frame, options.FrameRate, vectors);
                Assert.That(frames[frame, 0].item<float>(), Is.InRange(low - 1e-3f, high + 1e-3f));
            }
        }
    }

    // The least and the greatest vector of the words that touch a frame.
    private static (float Low, float High) Neighbours(SpokenWord[] words, long frame, double rate, WordVectors vectors)
    {
        var touching = words.Where(word => word.End * rate >= frame - 1e-3 && word.Start * rate <= frame + 1 + 1e-3)
            .Select(word => vectors.Row(word.Pieces[0].Row)[0]).ToList();
        return (touching.Min(), touching.Max());
    }

    private static SpokenWord Word(Random random, WordLookup lookup)
    {
        var (word, start) = (((char)('a' + random.Next(3))).ToString(), 5 * random.NextDouble());
        return new SpokenWord(new Token(word), start, start + (random.Next(4) == 0 ? 0 : random.NextDouble()), lookup.Find(word));
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(40); length > 0; length--)
        {
            text.Append(random.Next(20) == 0 ? (char)random.Next(1, 0xFFFF) : Telling[random.Next(Telling.Length)]);
        }

        return text.ToString();
    }
}
