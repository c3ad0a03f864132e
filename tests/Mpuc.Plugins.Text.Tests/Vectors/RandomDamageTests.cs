using System.IO.Compression;
using System.Text;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

/// <summary>
/// Files of word vectors with a few bytes changed, doubled or removed: they are read, or refused in one sentence that names the file.
/// </summary>
[TestFixture("text")]
[TestFixture("json")]
[TestFixture("gzip")]
internal sealed class RandomDamageTests(string form)
{
    [Test]
    public void Damage_never_ends_in_anything_but_a_sentence([Range(1, 2)] int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var whole = Whole();
        for (var i = 0; i < 200; i++)
        {
            var path = folder.Write("vectors", Damaged(whole, random));
            try
            {
                using var file = new FileStream(folder.File("index"), FileMode.Create);
                WordVectorSource.Read(path, new WordVectorWriter(file), CancellationToken.None);
            }
            catch (MpucException exception)
            {
                Assert.That(exception.Message, Does.StartWith($"'{path}'").And.EndWith("."));
            }
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(place, bytes[place]);
                    break;
                case 2:
                    bytes.RemoveAt(place);
                    break;
                default:
                    bytes.RemoveRange(place, Math.Min(bytes.Count - place, random.Next(1, 20)));
                    bytes.Add((byte)'\n');
                    break;
            }
        }

        return [.. bytes];
    }

    private byte[] Whole()
    {
        if (form == "json")
        {
            return Encoding.UTF8.GetBytes(
                "{\"dimensions\":2,\"words\":[\"a\"],\"vectors\":{\"a\":[1,-2.5e-1,3],\"\\u00e9\":[4,5,6]},\"unkVector\":[0,0]}");
        }

        var lines = Encoding.UTF8.GetBytes("the 0.25 -1 1e-3\n, 2 3 4\n\u00E9t\u00E9 5 6 7\n. . . 8 9 10\n");
        if (form == "text")
        {
            return lines;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(lines);
        }

        return packed.ToArray();
    }
}
