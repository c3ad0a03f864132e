using System.Text;

namespace Mpuc.Tests.Mutations;

/// <summary>Changes of text by its structure: numbers, words, lines, brackets within brackets.</summary>
internal static class TextChanges
{
    // Numbers beyond every type, and what other programs write in a number's place.
    private static readonly byte[][] Numbers = Bytes(
        "0",
        "-0",
        "-1",
        "1",
        "1e999",
        "-1e999",
        "1e-999",
        "1E5",
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "2147483647",
        "2147483648",
        "-2147483649",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "1e19",
        "99999999999999999999999999",
        "0.1",
        "1.0000000000000000000000001",
        ".5",
        "5.",
        "0x10",
        "1,5",
        "1_000",
        "00001",
        "+1",
        "1e",
        "--1",
        "1 000",
        "\u0661",
        string.Empty,
        "1" + new string('0', 400), "0." + new string('0', 400) + "1");

    // Values of other kinds, texts that are none in Unicode, and what steers readers and terminals.
    private static readonly byte[][] Values = Bytes(
        "null",
        "true",
        "false",
        "{}",
        "[]",
        "\"\"",
        "\"\\ud800\"",
        "\"\\udc00\\u0000\"",
        "\\ud83d",
        "\\u0000",
        "\"\\u001b[31m\"",
        "[[]]",
        "[{}]",
        "{\"a\":1}",
        "\"a\":",
        ",",
        ":",
        ",,",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\"\"",
        "'",
        "\\",
        "//",
        "/*",
        "#",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\t",
        " ",
        "\0",
        "\uFEFF",
        "\u2028",
        "\u00e9",
        "\U0001F600",
        ";",
        "|",
        "=",
        "<",
        ">",
        "<a>",
        "&amp;",
        "..",
        "../",
        "/",
        "%",
        "%00",
        "-->",
        "__proto__", "$type", "NaN", "1e999", "-1");

    /// <summary>Replaces a number.</summary>
    public static byte[] ReplaceNumber(byte[] bytes, MutationRandom random) =>
        Pick(bytes, random, IsNumber) is var (start, end) ? Replace(bytes, start, end, random.Pick(Numbers)) : InsertValue(bytes, random);

    /// <summary>Replaces a word by a value of another kind, or by another word of the file.</summary>
    public static byte[] ReplaceWord(byte[] bytes, MutationRandom random) =>
        Pick(bytes, random, IsWord) is not var (start, end) ? InsertValue(bytes, random)
        : random.OneIn(2) || Pick(bytes, random, IsWord) is not var (from, to) ? Replace(bytes, start, end, random.Pick(Values))
        : Replace(bytes, start, end, bytes.AsSpan(from, to - from));

    /// <summary>Puts a value or a mark in.</summary>
    public static byte[] InsertValue(byte[] bytes, MutationRandom random) =>
        ByteChanges.Insert(bytes, random.Below(bytes.Length + 1), random.Pick(Values));

    /// <summary>Removes a line, doubles it or puts it elsewhere.</summary>
    public static byte[] MoveLine(byte[] bytes, MutationRandom random)
    {
        var (start, end) = Line(bytes, random);
        var line = bytes.AsSpan(start, end - start).ToArray();
        var rest = random.OneIn(3) ? bytes : Replace(bytes, start, end, []);
        return rest.Length == 0 || random.OneIn(3) ? rest : ByteChanges.Insert(rest, Line(rest, random).Start, line);
    }

    /// <summary>Puts what is in brackets into itself, again and again: <c>{"a":[1]}</c> becomes <c>{"a":{"a":{"a":[1]}}}</c>.</summary>
    public static byte[] Nest(byte[] bytes, MutationRandom random, int times)
    {
        if (Bracket(bytes, random.Below(bytes.Length)) is not var (start, end)
            || Bracket(bytes, start + 1 + random.Below(end - start)) is not var (inner, last)
            || last >= end)
        {
            return InsertValue(bytes, random);
        }

        var head = bytes.AsSpan(start, inner - start);
        var tail = bytes.AsSpan(last, end - last);
        times = Math.Min(times, Mutator.Longest / (head.Length + tail.Length));
        using var nested = new MemoryStream();
        nested.Write(bytes.AsSpan(0, inner));
        Write(nested, head, times);
        nested.Write(bytes.AsSpan(inner, last - inner));
        Write(nested, tail, times);
        nested.Write(bytes.AsSpan(last));
        return nested.ToArray();
    }

    private static void Write(MemoryStream stream, ReadOnlySpan<byte> run, int times)
    {
        for (; times > 0; times--)
        {
            stream.Write(run);
        }
    }

    // The first bracket from a place on, with its end; brackets in texts count, too, and then it is a change like others.
    private static (int Start, int End)? Bracket(byte[] bytes, int from)
    {
        var start = from >= bytes.Length ? -1 : bytes.AsSpan(from).IndexOfAny((byte)'{', (byte)'[') + from;
        if (start < from)
        {
            return null;
        }

        var depth = 0;
        for (var place = start; place < bytes.Length; place++)
        {
            depth += bytes[place] is (byte)'{' or (byte)'[' ? 1 : bytes[place] is (byte)'}' or (byte)']' ? -1 : 0;
            if (depth == 0)
            {
                return (start, place + 1);
            }
        }

        return null;
    }

    // The run of such bytes at a random place or behind it.
    private static (int Start, int End)? Pick(byte[] bytes, MutationRandom random, Func<byte, bool> belongs)
    {
        var start = Array.FindIndex(bytes, random.Below(bytes.Length), value => belongs(value));
        if (start < 0)
        {
            return null;
        }

        while (start > 0 && belongs(bytes[start - 1]))
        {
            start--;
        }

        var end = Array.FindIndex(bytes, start, value => !belongs(value));
        return (start, end < 0 ? bytes.Length : end);
    }

    private static (int Start, int End) Line(byte[] bytes, MutationRandom random)
    {
        var place = random.Below(bytes.Length);
        var end = bytes.AsSpan(place).IndexOf((byte)'\n');
        return (bytes.AsSpan(0, place).LastIndexOf((byte)'\n') + 1, end < 0 ? bytes.Length : place + end + 1);
    }

    private static bool IsNumber(byte value) => char.IsAsciiDigit((char)value) || value is (byte)'.' or (byte)'-';

    private static bool IsWord(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'"';

    private static byte[] Replace(byte[] bytes, int start, int end, ReadOnlySpan<byte> by) =>
        [.. bytes.AsSpan(0, start), .. by, .. bytes.AsSpan(end)];

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
