using Mpuc.Host.Datasets.Synthetic;

namespace Mpuc.Host.Tests.Datasets.Synthetic;

public class WaveFileTests
{
    [Test]
    public void A_file_is_canonical_RIFF_WAVE()
    {
        using var folder = new TemporaryFolder();
        WaveFile.Write(folder.File("x.wav"), [1, -2, short.MaxValue], 16_000);
        Assert.That(Convert.ToHexString(File.ReadAllBytes(folder.File("x.wav"))), Is.EqualTo(string.Concat(
            "52494646",
            "2A000000",
            "57415645",
            "666D7420",
            "10000000",
            "0100",
            "0100",
            "803E0000",
            "007D0000",
            "0200",
            "1000",
            "64617461",
            "06000000",
            "0100FEFFFF7F")));
    }
}
