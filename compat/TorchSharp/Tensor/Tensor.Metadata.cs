namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The number of dimensions.</summary>
        public long ndim => Info.Dimensions;

        public long Dimensions => Info.Dimensions;

        public long dim() => Info.Dimensions;

        public long NumberOfElements => Info.Elements;

        public long numel() => Info.Elements;

        /// <summary>Bytes per element.</summary>
        public long ElementSize => Info.ElementSize;

        public long element_size() => Info.ElementSize;

        public ScalarType dtype => (ScalarType)Info.DType;

        public DeviceType device_type => (DeviceType)Info.DeviceType;

        public int device_index => Info.DeviceIndex;

        public Device device
        {
            get
            {
                var info = Info;
                return new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        /// <summary>The length of every dimension.</summary>
        public unsafe long[] shape
        {
            get
            {
                var info = Info;
                var sizes = new ReadOnlySpan<long>(info.Sizes, (int)info.Dimensions).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long[] size() => shape;

        public unsafe long size(int dim)
        {
            var info = Info;
            var length = info.Sizes[Wrap(dim, info.Dimensions)];
            GC.KeepAlive(this);
            return length;
        }

        /// <summary>Elements from one item to the next, for every dimension.</summary>
        public unsafe long[] stride()
        {
            var info = StridedInfo;
            var strides = new ReadOnlySpan<long>(info.Strides, (int)info.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public unsafe long stride(int dim)
        {
            var info = StridedInfo;
            var step = info.Strides[Wrap(dim, info.Dimensions)];
            GC.KeepAlive(this);
            return step;
        }

        public long storage_offset() => StridedInfo.Offset;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public unsafe bool is_sparse => Info.Strides == null;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_quantized() => torch.is_quantized(dtype);

        internal unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                NativeError.Check(NativeMethods.mpuc_tensor_info(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }

        private unsafe TensorInfo StridedInfo
        {
            get
            {
                var info = Info;
                return info.Strides != null ? info : throw new InvalidOperationException(
                    "A sparse tensor has no strides; call to_dense() first.");
            }
        }

        private static int Wrap(int dim, long dimensions) =>
            dim >= -dimensions && dim < dimensions
                ? (int)(dim < 0 ? dim + dimensions : dim)
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {dimensions} dimensions.");
    }

    public static bool is_integral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_quantized(ScalarType type) => type is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32;

    public static bool is_integral(Tensor t) => t.is_integral();

    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    public static bool is_complex(Tensor input) => input.is_complex();

    public static long numel(Tensor input) => input.numel();
}
