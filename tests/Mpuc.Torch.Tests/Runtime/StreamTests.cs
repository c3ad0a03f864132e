using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class StreamTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void A_saved_tensor_comes_back_as_it_was([Values] bool transposed)
    {
        var matrix = transposed ? Double.Random(300, 5).t() : Double.Random(300, 5);
        using var stream = new MemoryStream();

        matrix.Save(stream);
        stream.Position = 0;

        Assert.That(Tensor.Load(stream).Equals(matrix));
        Assert.That(stream.Position, Is.EqualTo(stream.Length));
    }

    [Test]
    public void The_header_is_type_dimensions_and_lengths_in_seven_bit_groups()
    {
        using var stream = new MemoryStream();

        ones(200, 1, dtype: uint8).Save(stream);

        Assert.That(stream.ToArray()[..5], Is.EqualTo(new byte[] { 0, 2, 0xC8, 0x01, 1 }));
        Assert.That(stream.Length, Is.EqualTo(205));
    }

    [Test]
    public void Elements_are_read_into_a_tensor_of_the_same_type_and_shape()
    {
        using var stream = Saved(tensor(new float[] { 1, 2 }));
        var target = zeros(2);

        using var reader = new BinaryReader(stream);
        target.Load(reader);

        Assert.That(target.data<float>().ToArray(), Is.EqualTo(new float[] { 1, 2 }));
    }

    [Test]
    public void Another_shape_is_refused_with_both_shapes()
    {
        using var reader = new BinaryReader(Saved(zeros(2)));

        Assert.That(
            () => zeros(3).Load(reader),
            Throws.ArgumentException.With.Message.EqualTo("The stream holds Float32[2], but the tensor is Float32[3]."));
    }

    [Test]
    public void A_tensor_can_be_skipped([Values] bool canSeek)
    {
        using var stream = new MemoryStream();
        zeros(100_000).Save(stream);
        tensor(5L).Save(stream);
        stream.Position = 0;
        using var reader = new BinaryReader(canSeek ? stream : new ForwardStream(stream));

        Assert.That(reader.Load(skip: true), Is.Null);
        Assert.That(reader.Load()!.ToInt64(), Is.EqualTo(5));
    }

    [TestCase(new byte[] { 99, 0 }, "99 is not the number of an element type.")]
    [TestCase(new byte[] { 8, 0 }, "8 is not the number of an element type.")]
    [TestCase(new byte[] { 6, 100 }, "A tensor cannot have 100 dimensions.")]
    public void A_header_that_makes_no_sense_is_refused(byte[] bytes, string message) =>
        Assert.That(() => Tensor.Load(new MemoryStream(bytes)), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));

    [Test]
    public void A_length_beyond_the_stream_is_refused_before_anything_is_allocated()
    {
        byte[] bytes = [7, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 3];

        Assert.That(
            () => Tensor.Load(new MemoryStream(bytes)),
            Throws.InstanceOf<EndOfStreamException>().With.Message.EndsWith("but only 3 are left."));
    }

    [Test]
    public void A_truncated_stream_is_refused_and_leaves_no_tensor()
    {
        var whole = Saved(zeros(100)).ToArray();
        using var truncated = new ForwardStream(new MemoryStream(whole[..^1]));

        var left = LiveTensors.LeftBy(() => Assert.That(() => Tensor.Load(truncated), Throws.InstanceOf<EndOfStreamException>()));

        Assert.That(left, Is.Zero);
    }

    [Test]
    public void A_file_holds_a_tensor()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try {
            tensor(new[] { 1, 2 }).Save(path);
            Assert.That(Tensor.Load(path).data<int>().ToArray(), Is.EqualTo(new[] { 1, 2 }));
        } finally {
            File.Delete(path);
        }
    }

    private static MemoryStream Saved(Tensor tensor)
    {
        var stream = new MemoryStream();
        tensor.Save(stream);
        stream.Position = 0;
        return stream;
    }

    private sealed class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
