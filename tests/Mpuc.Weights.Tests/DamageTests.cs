using System.Diagnostics.CodeAnalysis;
using Mpuc.Weights.Tests.Safetensors;
using Mpuc.Weights.Tests.Tfjs;
using TorchSharp;

namespace Mpuc.Weights.Tests;

/// <summary>
/// Files of every format, cut short and changed at random places: they are read, or refused in a sentence, and nothing else.
/// </summary>
public sealed class DamageTests
{
    private const long MemoryLimit = 64 << 20;

    [TestCase("types.zip.pt", 1500)]
    [TestCase("views.legacy.pt", 1500)]
    [TestCase("checkpoint.zip.pt", 1000)]
    [TestCase("checkpoint.legacy.pt", 1000)]
    [TestCase("types.protocol4.pt", 800)]
    public void A_changed_file_of_torch_is_read_or_refused(string file, int tries) =>
        Damage(File.ReadAllBytes(TestData.GoldenFile(file)), "x.pt", tries);

    [Test]
    public void A_changed_safetensors_file_is_read_or_refused() => Damage(
        SafetensorsBytes.Of(
            """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[1,1],"data_offsets":[8,16]}}""",
            new byte[16]),
        "x.safetensors",
        1500);

    [Test]
    public void A_changed_manifest_is_read_or_refused()
    {
        using var folder = new TemporaryFolder();
        var manifest = TfjsFiles.Write(
            folder,
            """[{"paths":["shard1.bin"],"weights":[{"name":"a","shape":[2],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1}},{"name":"b","shape":[1],"dtype":"int32"}]}]""",
            [1, 2, 3, 4, 5, 6]);
        Damage(File.ReadAllBytes(manifest), Path.GetFileName(manifest), 1500, folder);
    }

    [TestCase("module.zip.pt")]
    [TestCase("module.legacy.pt")]
    public void A_file_of_torch_that_is_cut_short_anywhere_is_refused(string file)
    {
        using var folder = new TemporaryFolder();
        var whole = File.ReadAllBytes(TestData.GoldenFile(file));
        for (var length = 0; length < whole.Length; length += length < 300 ? 1 : 3)
        {
            File.WriteAllBytes(folder.File("x.pt"), whole[..length]);
            Assert.That(() => WeightsReader.Read(folder.File("x.pt")), Throws.TypeOf<MpucException>(), $"cut to {length} bytes");
        }
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Seeded, to be repeatable.")]
    private static void Damage(byte[] whole, string name, int tries, TemporaryFolder? beside = null)
    {
        using var own = new TemporaryFolder();
        var path = (beside ?? own).File(name);
        var random = new Random(whole.Length);
        for (var count = 0; count < tries; count++)
        {
            var bytes = whole.ToArray();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var at = random.Next(bytes.Length);
                bytes[at] = random.Next(3) switch
                {
                    0 => (byte)(bytes[at] ^ (1 << random.Next(8))),
                    1 => (byte)random.Next(256),
                    _ => bytes[random.Next(bytes.Length)],
                };
            }

            Try(path, random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, count);
        }
    }

    private static void Try(string path, byte[] bytes, int count)
    {
        File.WriteAllBytes(path, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var scope = torch.NewDisposeScope();
            var taken = WeightsReader.Read(path).Values.Sum(tensor => tensor.numel() * tensor.ElementSize);
            Assert.That(taken, Is.LessThan(MemoryLimit), $"change {count}");
        }
        catch (MpucException exception)
        {
            Assert.That(exception.Message, Does.Contain(Path.GetFileName(path)).Or.Contain("shard").And.EndsWith("."), $"change {count}");
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MemoryLimit), $"change {count}");
    }
}
