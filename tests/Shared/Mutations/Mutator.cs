using System.Text;

namespace Mpuc.Tests.Mutations;

/// <summary>Makes damaged inputs of sound ones. An input depends on the corpus, the seed and its number alone.</summary>
/// <param name="corpus">Sound inputs, none of them empty.</param>
/// <param name="tokens">What the format has of words and marks, put in at random places.</param>
/// <param name="isText">Whether the format is text, so that its numbers, words, lines and brackets are changed as such.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, IReadOnlyList<string> tokens, bool isText)
{
    /// <summary>
    /// The most bytes of one in some thousand inputs, which shows what takes the square of a length; the others stay short.
    /// </summary>
    public const int Longest = 1 << 20;

    private const int LeastUsual = 1 << 13;

    private readonly int _usual = Math.Max(LeastUsual, 2 * corpus.Max(file => file.Length));
    private readonly byte[][] _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Makes an input.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="number">The input's number.</param>
    public byte[] Make(int seed, long number)
    {
        var random = new MutationRandom(seed, number);
        var isLong = random.OneIn(8192);
        var bytes = random.Pick(corpus);
        if (isLong)
        {
            bytes = isText && random.OneIn(2) ? TextChanges.Nest(bytes, random, Longest) : ByteChanges.Repeat(bytes, random, Longest);
        }

        for (var changes = 1 + random.Below(random.OneIn(3) ? 12 : 3); changes > 0; changes--)
        {
            bytes = bytes.Length == 0 ? random.Pick(corpus) : Change(bytes, random);
            bytes = !isLong && bytes.Length > _usual ? bytes[.._usual] : bytes.Length > Longest ? bytes[..Longest] : bytes;
        }

        return bytes;
    }

    private byte[] Change(byte[] bytes, MutationRandom random) =>
        isText && !random.OneIn(3) ? ChangeText(bytes, random) : ChangeBytes(bytes, random);

    private byte[] ChangeText(byte[] bytes, MutationRandom random) => random.Below(6) switch
    {
        0 => TextChanges.ReplaceNumber(bytes, random),
        1 => TextChanges.ReplaceWord(bytes, random),
        2 => TextChanges.InsertValue(bytes, random),
        3 => TextChanges.MoveLine(bytes, random),
        4 => TextChanges.Nest(bytes, random, 1 << random.Below(12)),
        _ => InsertToken(bytes, random),
    };

    private byte[] ChangeBytes(byte[] bytes, MutationRandom random) => random.Below(12) switch
    {
        0 => ByteChanges.FlipBit(bytes, random),
        1 => ByteChanges.ReplaceByte(bytes, random),
        2 or 3 => ByteChanges.ReplaceNumber(bytes, random),
        4 => ByteChanges.Remove(bytes, random),
        5 => ByteChanges.Truncate(bytes, random),
        6 => ByteChanges.Duplicate(bytes, random),
        7 => ByteChanges.Swap(bytes, random),
        8 => ByteChanges.Fill(bytes, random),
        9 => random.OneIn(2) ? ByteChanges.InsertNoise(bytes, random) : InsertToken(bytes, random),
        10 => ByteChanges.Repeat(bytes, random, 1 << random.Below(12)),
        _ => ByteChanges.Splice(bytes, random.Pick(corpus), random),
    };

    private byte[] InsertToken(byte[] bytes, MutationRandom random) =>
        _tokens.Length == 0
            ? ByteChanges.Duplicate(bytes, random)
            : ByteChanges.Insert(bytes, random.Below(bytes.Length + 1), random.Pick(_tokens));
}
