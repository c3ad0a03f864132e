using Mpuc.Host.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SequenceFileTests
{
    private TemporaryFolder _folder = null!;
    private string _path = null!;

    [SetUp]
    public void WriteFile()
    {
        _folder = new TemporaryFolder();
        _path = _folder.File("deep/inside/x.seq");
        using var sequence = new ModalitySequence(torch.arange(24, dtype: torch.ScalarType.Float32).reshape(4, 3, 2), 12.5);
        SequenceFile.Write(_path, sequence);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Frames_and_rate_come_back_as_they_were()
    {
        using var sequence = SequenceFile.TryOpen(_path)!.Read();
        Assert.That(sequence.Values.shape, Is.EqualTo(new[] { 4, 3, 2 }));
        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(Enumerable.Range(0, 24).Select(i => (float)i)));
        Assert.That(sequence.FrameRate, Is.EqualTo(12.5));
    }

    [Test]
    public void Frames_that_are_not_contiguous_are_written_in_row_major_order()
    {
        using var sequence = new ModalitySequence(torch.arange(6, dtype: torch.ScalarType.Float32).reshape(2, 3).t(), 1);
        using var read = SequenceFile.Write(_path, sequence).Read();
        Assert.That(read.Values.data<float>().ToArray(), Is.EqualTo(new float[] { 0, 3, 1, 4, 2, 5 }));
    }

    [Test]
    public void A_missing_file_is_no_sequence() => Assert.That(SequenceFile.TryOpen(_folder.File("none")), Is.Null);

    [Test]
    public void A_truncated_file_is_no_sequence([Values(0, 1, 50, 127, 128, 223)] int length)
    {
        using (var file = File.OpenWrite(_path))
        {
            file.SetLength(length);
        }

        Assert.That(SequenceFile.TryOpen(_path), Is.Null);
    }

    [Test]
    public void A_file_that_is_too_long_is_no_sequence()
    {
        File.AppendAllText(_path, "x");
        Assert.That(SequenceFile.TryOpen(_path), Is.Null);
    }

    [Test]
    public void A_changed_value_is_noticed([Values(128, 180, 223)] int position)
    {
        var bytes = File.ReadAllBytes(_path);
        bytes[position] ^= 1;
        File.WriteAllBytes(_path, bytes);
        Assert.That(SequenceFile.TryOpen(_path), Is.Null);
    }

    [Test]
    public void Nothing_but_the_file_is_left_in_the_folder() =>
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(_path)!), Is.EqualTo(new[] { _path }));

    [Test]
    public void A_file_that_became_shorter_is_reported()
    {
        var file = SequenceFile.TryOpen(_path)!;
        using (var other = new FileStream(_path, FileMode.Open))
        {
            other.SetLength(other.Length - 1);
        }

        Assert.That(file.Read, Throws.TypeOf<MpucException>().With.Message.Contains("has changed while it was in use"));
    }

    [Test]
    public void A_file_that_vanished_is_reported()
    {
        var file = SequenceFile.TryOpen(_path)!;
        File.Delete(_path);
        Assert.That(file.Read, Throws.TypeOf<MpucException>().With.Message.Contains("has changed while it was in use"));
    }
}
