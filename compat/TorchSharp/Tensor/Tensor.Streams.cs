namespace TorchSharp;

public static partial class torch
{
    /// <content>Elements to and from streams, as raw bytes in row-major order.</content>
    public partial class Tensor
    {
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var local = Contiguous(this);
            for (long start = 0, total = local.NumberOfElements * local.ElementSize; start < total; start += bufferSize) {
                stream.Write(local.ByteRange(start, Math.Min(bufferSize, total - start)));
            }

            GC.KeepAlive(local);
        }

        /// <summary>Fills the tensor; the stream must have at least as many bytes as it.</summary>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            using var local = Contiguous(this);
            for (long start = 0, total = local.NumberOfElements * local.ElementSize; start < total; start += bufferSize) {
                stream.ReadExactly(local.ByteRange(start, Math.Min(bufferSize, total - start)));
            }

            using (no_grad()) {
                copy_(local);
            }
        }

        public static Tensor Load(BinaryReader reader) => TensorStream.Read(reader);

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            return TensorStream.Read(reader);
        }

        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        private static Tensor Contiguous(Tensor tensor)
        {
            using var local = tensor.Materialised();
            return local.contiguous();
        }

        // A tensor may have more bytes than one span can hold.
        private unsafe Span<byte> ByteRange(long start, long count) => new((byte*)DataPointer + start, (int)count);
    }
}
