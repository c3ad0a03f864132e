using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <content>The elements in memory.</content>
    public partial class Tensor
    {
        /// <summary>
        /// The bytes of a contiguous CPU tensor, in place: valid as long as the tensor is neither disposed nor collected. Assigning
        /// copies as many bytes as the tensor has.
        /// </summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (device_type != DeviceType.CPU || !is_contiguous() || Info.IsLazilyChanged != 0) {
                    throw new InvalidOperationException(
                        "Only a contiguous CPU tensor has its bytes in one piece; call cpu().contiguous() first, and resolve_conj() after conj().");
                }

                return new Span<byte>(DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }

            set
            {
                var target = bytes;
                if (value.Length != target.Length) {
                    throw new ArgumentException($"{value.Length} bytes for a tensor of {target.Length} bytes.", nameof(value));
                }

                value.CopyTo(target);
                GC.KeepAlive(this);
            }
        }

        internal unsafe void* DataPointer
        {
            get
            {
                void* data;
                NativeError.Check(NativeMethods.mpuc_tensor_data(Handle, &data));
                return data;
            }
        }

        /// <summary>The elements, to read and write in place; <typeparamref name="T"/> must be the tensor's own type.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The only element; <typeparamref name="T"/> must be the tensor's own type.</summary>
        public unsafe T item<T>()
            where T : unmanaged
        {
            var info = Info;
            if (info.Elements != 1) {
                throw new ArgumentException($"item() needs a tensor of one element, not {info.Elements}.");
            }

            if ((ScalarType)info.DType != ElementType.Of<T>()) {
                throw new ArgumentException($"The tensor's elements are {(ScalarType)info.DType}, not {typeof(T)}.");
            }

            if ((DeviceType)info.DeviceType != DeviceType.CPU || info.IsLazilyChanged != 0) {
                using var local = Materialised();
                return local.item<T>();
            }

            var value = Unsafe.ReadUnaligned<T>(DataPointer);
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The only element, in the tensor's own type.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Bool => item<bool>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.BFloat16 => item<BFloat16>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.ComplexFloat32 => item<(float, float)>(),
            ScalarType.ComplexFloat64 => item<Complex>(),
            var other => throw new NotSupportedException($"A tensor of {other} has no number to read."),
        };

        /// <summary>Whether the elements lie in row-major order without gaps.</summary>
        public unsafe bool is_contiguous()
        {
            var info = StridedInfo;
            long expected = 1;
            for (var i = (int)info.Dimensions - 1; i >= 0 && info.Elements > 0; i--) {
                if (info.Sizes[i] != 1 && info.Strides[i] != expected) {
                    return false;
                }

                expected *= info.Sizes[i];
            }

            GC.KeepAlive(this);
            return true;
        }

        /// <summary>The element at a row-major position.</summary>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged => data<T>()[UnravelRowMajor(i)];

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        /// <summary>The same numbers in CPU memory, conjugation and negation carried out.</summary>
        internal Tensor Materialised()
        {
            using var detached = detach();
            using var local = detached.cpu();
            using var conjugated = local.resolve_conj();
            return conjugated.resolve_neg();
        }

        private long[] UnravelRowMajor(long position)
        {
            var sizes = shape;
            if (position < 0 || position >= NumberOfElements) {
                throw new ArgumentOutOfRangeException(nameof(position), position, $"The tensor has {NumberOfElements} elements.");
            }

            var index = new long[sizes.Length];
            for (var i = sizes.Length - 1; i >= 0; i--) {
                (position, index[i]) = Math.DivRem(position, sizes[i]);
            }

            return index;
        }
    }
}
